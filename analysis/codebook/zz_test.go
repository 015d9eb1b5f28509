package codebook
import ("testing";"strings";"encoding/csv";"os";"bufio";"encoding/json";"syscall";"commonground/analysis/survey")
func cpu() float64 { var r syscall.Rusage; syscall.Getrusage(0,&r); return float64(r.Utime.Sec)+float64(r.Utime.Usec)/1e6 }
func BenchmarkReal(b *testing.B){
 f,_:=os.Open("/work/shared/coding/comments.jsonl"); sc:=bufio.NewScanner(f); sc.Buffer(nil,1<<20)
 r:=survey.Response{Answers: make([]survey.Answer, 1)}
 n:=0
 for sc.Scan(){ var x struct{Text,Lang string}; json.Unmarshal(sc.Bytes(),&x); r.Comments=append(r.Comments,survey.Comment{Text:x.Text,Lang:survey.English});n+=len(x.Text)}
 c,err:=NewRules(nil,builtins(b)...); if err!=nil{b.Fatal(err)}
 b.SetBytes(int64(n)); b.ReportAllocs()
 var dst []Coding
 b.ResetTimer()
 t0:=cpu()
 for b.Loop(){ dst=c.Code(dst[:0],&r) }
 b.ReportMetric(float64(n)*float64(b.N)/(cpu()-t0)/1e6,"MB/cpu-s")
b.ReportMetric(float64(len(dst))/float64(len(r.Comments)),"codings")
}
func BenchmarkBase(b *testing.B){
 f,_:=os.Open("/work/shared/coding/comments.jsonl"); sc:=bufio.NewScanner(f); sc.Buffer(nil,1<<20)
 var sb strings.Builder; w:=csv.NewWriter(&sb)
 n:=0
 for sc.Scan(){ var x struct{Text,Lang string}; json.Unmarshal(sc.Bytes(),&x); w.Write([]string{"1",x.Text});n+=len(x.Text)}
 w.Flush(); s:=sb.String()
 b.ResetTimer()
 t0:=cpu(); k:=0
 for b.Loop(){ r:=csv.NewReader(strings.NewReader(s)); r.ReuseRecord=true; for { rec,err:=r.Read(); if err!=nil{break}; for _,x:=range rec{k+=len(strings.Fields(x))} } }
 b.ReportMetric(float64(n)*float64(b.N)/(cpu()-t0)/1e6,"MB/cpu-s")
}
