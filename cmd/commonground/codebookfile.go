package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"commonground/analysis/codebook"
	"commonground/analysis/qda"
)

func codebookNewCommand() *cobra.Command {
	var from string
	cmd := &cobra.Command{
		Use:   "new [--from NAME|FILE] FILE",
		Short: "Write a copy of a codebook, with a place for a new theme",
		Long: "New writes a copy of a codebook to FILE, with a place for a theme of your own at its top.\n" +
			"A file that is there already is left as it is.",
		Example: "  commonground codebook new --from partnership ours.yaml",
		Args:    misuseOf(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			data, err := bookFile(from)
			if err != nil {
				return err
			}
			id := codebook.Slug(bareName(args[0]))
			if id == "" || slices.Contains(codebook.Builtins(), id) {
				return misuse{fmt.Errorf("%s: give the file a name of its own, in letters: it becomes the codebook's id", args[0])}
			}
			made, err := codebook.Copy(data, from, id)
			if err != nil {
				return err
			}
			if err := createFile(args[0], made); err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "Wrote %s, a copy of %s. Put your theme in at its top, try it with\n"+
				"    commonground codebook check %[1]s\nand use it with --codebook %[1]s.\n", args[0], from)
			return nil
		},
	}
	cmd.Flags().StringVar(&from, "from", defaultBook, "the built-in codebook or codebook `FILE` to copy")
	return cmd
}

func codebookExportCommand() *cobra.Command {
	var qdc bool
	var out string
	cmd := &cobra.Command{
		Use:   "export --qdc [NAME|FILE] [-o FILE]",
		Short: "Write a codebook for another program (REFI-QDA)",
		Long: "Export writes a codebook (default partnership) as REFI-QDA has it, for ATLAS.ti, MAXQDA, NVivo and others.\n" +
			"What a theme includes and excludes and its examples go into its description, and come back by import.",
		Args: misuseOf(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !qdc {
				return misuse{errors.New("name the format to write: --qdc")}
			}
			b, err := loadBook(append(args, defaultBook)[0])
			if err != nil {
				return err
			}
			return writeTo(cmd, out, b.WriteQDC)
		},
	}
	cmd.Flags().BoolVar(&qdc, "qdc", false, "as a REFI-QDA codebook")
	cmd.Flags().StringVarP(&out, "output", "o", "-", "write to this `FILE`; - is standard output")
	return cmd
}

func codebookImportCommand() *cobra.Command {
	var from, out string
	cmd := &cobra.Command{
		Use:   "import FILE.qdc|FILE.qdpx [-o FILE.yaml]",
		Short: "Turn a codebook of another program (REFI-QDA) into ours",
		Long: "Import turns a REFI-QDA codebook (.qdc), or that of a project (.qdpx), into a codebook file.\n" +
			"Other programs know no patterns: themes with the id of a theme of --from get its patterns, the others\n" +
			"their own name as the first one. Add the words by which people speak of them.",
		Args: misuseOf(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := loadBook(from); err != nil {
				return err
			}
			rules, err := bookFile(from)
			if err != nil {
				return err
			}
			b, err := importedBook(args[0])
			if err != nil {
				return err
			}
			var bare []string
			err = writeTo(cmd, out, func(w io.Writer) (err error) {
				bare, err = b.Write(w, rules, from)
				return err
			})
			if err == nil && len(bare) > 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "These themes are found by their names alone until you add patterns: %s\n", strings.Join(bare, ", "))
			}
			return err
		},
	}
	cmd.Flags().StringVar(&from, "from", defaultBook, "the built-in codebook or codebook `FILE` to take patterns from")
	cmd.Flags().StringVarP(&out, "output", "o", "-", "write to this `FILE`; - is standard output")
	return cmd
}

// importedBook reads the codebook of another program, or of its project.
func importedBook(name string) (*codebook.Codebook, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("reading the codebook: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("reading the codebook: %w", err)
	}
	if qda.IsProject(f, info.Size()) {
		return qda.Codebook(name, f, info.Size(), bareName(name))
	}
	return codebook.ReadQDC(f, name, bareName(name))
}

// bareName is a file's name without its folder and ending.
func bareName(file string) string {
	base := filepath.Base(file)
	return cmp.Or(strings.TrimSuffix(base, filepath.Ext(base)), base)
}

// bookFile returns the file of a codebook: of a built-in one, or the one named.
func bookFile(name string) ([]byte, error) {
	if slices.Contains(codebook.Builtins(), name) {
		return codebook.BuiltinFile(name)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("reading the codebook: %w", err)
	}
	return data, nil
}

// createFile writes a file that must not be there yet.
func createFile(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already and was left as it is: choose another name", name)
	}
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// writeTo writes to a file, or to standard output where its name is -.
func writeTo(cmd *cobra.Command, name string, write func(io.Writer) error) error {
	if name == "-" {
		return write(cmd.OutOrStdout())
	}
	return replaceFile(name, write)
}
