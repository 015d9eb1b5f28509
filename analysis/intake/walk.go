package intake

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"commonground/analysis/sheet"
)

const (
	// depthLimit is how many folders deep a folder is entered: years, schools and
	// languages are three.
	depthLimit = 8
	// memberLimit is how many files a folder or zip may hold: a survey is a
	// few, so more mean that another folder was named by mistake.
	memberLimit = 1000
	// leftOutLimit is how many files left out are named one by one.
	leftOutLimit = 20
)

// A walk goes through a folder and those within it.
type walk struct {
	source  Source
	files   fs.FS
	met     int             // files and folders
	reports map[string]bool // folders that this program wrote, which are known by their findings
	members []Source
	out     leftOut
}

func (w *walk) enter(folder string, depth int) error {
	entries, err := fs.ReadDir(w.files, folder)
	if err != nil {
		return fmt.Errorf("%s: %w", path.Join(w.source.Name, folder), cause(err))
	}
	if w.met += len(entries); w.met > memberLimit {
		return fmt.Errorf("%s: more than %d files are in it, which no survey has: name the files to read", w.source.Name, memberLimit)
	}
	for _, e := range entries {
		if path.Base(e.Name()) == findingsName {
			w.reports[path.Join(folder, path.Dir(e.Name()))] = true
		}
	}
	for _, e := range entries {
		if err := w.meet(path.Join(folder, e.Name()), e, depth); err != nil {
			return err
		}
	}
	return nil
}

// meet takes a file, or the files of a folder, among the members, unless there
// is a reason not to.
func (w *walk) meet(at string, e fs.DirEntry, depth int) error {
	m := Source{Name: w.source.Name + "/" + printable(at), Path: at, FS: w.files, Role: w.source.Role, Wave: w.source.Wave, member: true}
	var why string
	var err error
	switch {
	case !fs.ValidPath(e.Name()):
		why = "its name is none that a file in a folder can have, and may lead out of it"
	case isHidden(e.Name()):
		w.out.hidden++
		return nil
	case e.IsDir() && depth < depthLimit:
		return w.enter(at, depth+1)
	case e.IsDir():
		why = fmt.Sprintf("it lies more than %d folders deep: name it as well if its files are to be read", depthLimit)
	default:
		if why = isOurs(path.Base(at), w.reports[path.Dir(at)]); why == "" {
			why, err = m.unreadable(e)
		}
	}
	switch {
	case err != nil:
		return err
	case why != "":
		w.out.add(m.Name, why)
	default:
		w.members = append(w.members, m)
	}
	return nil
}

// unreadable says why a member is left out, or "".
func (s Source) unreadable(e fs.DirEntry) (why string, err error) {
	info, err := fs.Stat(s.FS, s.Path) // follows links within the folder
	switch {
	case err != nil && e.Type()&fs.ModeSymlink != 0:
		return "it is a link to something outside of the folder, or to nothing", nil
	case err != nil:
		return "", fmt.Errorf("%s: %w", s.Name, cause(err))
	case info.IsDir():
		return "it is a link to a folder: name it as well if its files are to be read", nil
	case !info.Mode().IsRegular():
		return "it is a pipe or a device", nil
	case info.Size() == 0:
		return "the file is empty", nil
	}
	r, size, closer, err := s.open()
	if err != nil {
		return "", err
	}
	defer closer.Close()
	if isZip(r) && sheet.IsArchive(r, size) {
		return "a zip file within a folder or zip is not opened: unpack it, or name it itself", nil
	}
	if err := sheet.CanRead(s.Name, r, size); err != nil {
		return err.Error(), nil
	}
	switch strings.ToLower(path.Ext(s.Path)) {
	case ".yaml", ".yml", ".json":
		return "it holds no answers", nil
	case ".txt", ".text", ".md", ".htm", ".html", "":
		if !hasRows(s.Name, r, size) {
			return "no comments were found in it", nil
		}
	}
	return "", nil
}

// hasRows is for texts, such as a note about the files beside it.
func hasRows(name string, r io.ReaderAt, size int64) bool {
	file, err := sheet.Open(name, r, size)
	if err != nil {
		return true // to be told when it is read
	}
	for _, t := range file.Tables {
		for range t.Rows {
			return true
		}
	}
	return false
}

// isHidden reports whether no person put the file there: files of the system,
// and those that a program makes while another is open in it.
func isHidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return true
		}
	}
	base := path.Base(name)
	return strings.HasPrefix(base, "~$") || strings.EqualFold(base, "Thumbs.db") || strings.EqualFold(base, "desktop.ini")
}

// findingsName is the file that every report has.
const findingsName = "findings.json"

// isOurs says why a file is left out that this program wrote, or "".
func isOurs(name string, isReport bool) string {
	if name == findingsName || isReport && (name == "report.xlsx" || strings.HasPrefix(name, "review") && path.Ext(name) == ".xlsx") {
		return "it is part of a report that this program wrote"
	}
	return ""
}

// leftOut are the files of a folder or zip that are not read.
type leftOut struct {
	hidden int
	count  int
	named  []string
}

func (l *leftOut) add(name, why string) {
	if l.count++; l.count <= leftOutLimit {
		l.named = append(l.named, fmt.Sprintf("%s was left out: %s.", name, strings.TrimSuffix(why, ".")))
	}
}

func (l *leftOut) notes() []string {
	notes := l.named
	if more := l.count - len(l.named); more > 0 {
		notes = append(notes, fmt.Sprintf("%d more files were left out.", more))
	}
	if l.hidden > 0 {
		notes = append(notes, fmt.Sprintf("Hidden files were left out (%d).", l.hidden))
	}
	return notes
}

func (l *leftOut) refusal(name string) error {
	if len(l.named) > 0 {
		return fmt.Errorf("%s: no file in it can be read: %s", name, l.named[0])
	}
	return fmt.Errorf("%s: no file is in it", name)
}
