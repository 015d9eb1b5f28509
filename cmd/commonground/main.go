// Commonground turns what parents and teachers wrote into findings that a
// school can act on, without any of it leaving the computer.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"
)

// version is set when a binary is made: -ldflags "-X main.version=1.2".
var version = "development"

func main() { os.Exit(run()) }

// modest is the memory, in bytes, from which on garbage is collected more
// eagerly: the program shares a laptop with everything else that is open.
const modest = 160 << 20

// run is main but for leaving the program, so that tests can be it.
func run() int {
	debug.SetMemoryLimit(modest)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	context.AfterFunc(ctx, stop)                            // who asks twice doesn't wait
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) // a closed pipe is an error, so that working files are removed
	code := execute(ctx, os.Args[1:], os.Stdout, os.Stderr)
	if mousetrap.StartedByExplorer() {
		fmt.Fprint(os.Stderr, "\nPress Enter to close this window. ")
		bufio.NewReader(os.Stdin).ReadString('\n')
	}
	return code
}

// Exit codes.
const (
	done    = 0
	failed  = 1
	misused = 2
)

// A misuse is an error in how the program was called, as against one that was
// met in doing what it was called for.
type misuse struct{ error }

// execute carries out one command line and returns the exit code.
func execute(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := rootCommand()
	root.SetArgs(reportIfFiles(root, args))
	root.SetOut(stdout)
	root.SetErr(stderr)
	cmd, err := root.ExecuteContextC(ctx)
	var wrong misuse
	switch {
	case err == nil:
		return done
	case errors.As(err, &wrong):
		fmt.Fprintf(stderr, "commonground: %v\nSee '%s --help'.\n", err, cmd.CommandPath())
		return misused
	case errors.Is(err, syscall.EPIPE):
		return failed // whoever closed the pipe has seen enough
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "commonground: stopped. What was there before is as it was.")
		return failed
	}
	fmt.Fprintf(stderr, "commonground: %v\n", err)
	if errors.Is(err, syscall.ENOSPC) {
		fmt.Fprintln(stderr, "The disk is full: make room on it, or choose a folder on another with -o.")
	}
	return failed
}

func rootCommand() *cobra.Command {
	cobra.MousetrapHelpText = "" // files may be dropped on the program's icon
	root := &cobra.Command{
		Use:   "commonground FILE...",
		Short: "What parents and teachers wrote, as findings to act on",
		Long: "Commonground reads survey exports and blog posts with comments, finds the themes that\n" +
			"people wrote about, counts people, and writes a report. It runs on this computer alone:\n" +
			"nothing that people wrote leaves it.\n\n" +
			"`commonground FILE...` is short for `commonground report FILE...`.\n" +
			"Try it on made-up answers: commonground report -o out sample:riverbend",
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version,
		Args:          misuseOf(cobra.NoArgs),
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetVersionTemplate("commonground {{.Version}}\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return misuse{err} })
	root.AddCommand(reportCommand(), initCommand(), codeCommand(), inspectCommand(), explainCommand(), sampleCommand(), redactCommand(), evaluateCommand(), codebookCommand(), versionCommand())
	return root
}

// reportIfFiles puts "report" before arguments that name a file and no command.
func reportIfFiles(root *cobra.Command, args []string) []string {
	for _, arg := range args {
		switch {
		case arg == "--help", arg == "-h", slices.ContainsFunc(root.Commands(), func(c *cobra.Command) bool { return c.Name() == arg }):
			return args
		case !strings.HasPrefix(arg, "-") && isFile(arg):
			return append([]string{"report"}, args...)
		}
	}
	return args
}

// isFile reports whether an argument is a file, or meant to be one.
func isFile(arg string) bool {
	_, err := os.Stat(arg)
	return err == nil || strings.ContainsAny(arg, `.:/\`)
}

// misuseOf makes an error of check a misuse.
func misuseOf(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return misuse{err}
		}
		return nil
	}
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the program's version",
		Args:  misuseOf(cobra.NoArgs),
		Run:   func(cmd *cobra.Command, _ []string) { fmt.Fprintln(cmd.OutOrStdout(), "commonground", version) },
	}
}
