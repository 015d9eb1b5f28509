package analysis

import (
	"context"
	"iter"
	"runtime"
	"sync"

	"commonground/analysis/codebook"
	"commonground/analysis/survey"
)

// A Batch is some responses in input order, with their codings.
type Batch struct {
	Responses []*survey.Response
	Codings   [][]codebook.Coding // Codings[i] are those of Responses[i]
	Out       []byte              // for what work makes of them

	done chan struct{}
}

const batchSize = 500 // responses: enough to make handing over cheap, few enough to stay in cache

// Code reads and codes all responses, in batches on all cores. work is called
// for each coded batch on any core; take afterwards, one batch after the other
// in input order. A batch is used again when take returns. The first error ends
// it.
func Code(ctx context.Context, responses iter.Seq2[*survey.Response, error], coder codebook.Coder,
	work func(*Batch), take func(*Batch) error,
) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	cores := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	defer wg.Wait()
	todo, inOrder := make(chan *Batch, 2*cores), make(chan *Batch, 2*cores)
	pool := sync.Pool{New: func() any { return &Batch{done: make(chan struct{}, 1)} }}
	wg.Go(func() {
		defer close(todo)
		defer close(inOrder)
		for b, err := range batches(responses, &pool) {
			if err != nil {
				cancel(err)
				return
			}
			for _, queue := range []chan *Batch{inOrder, todo} {
				select {
				case queue <- b:
				case <-ctx.Done():
					return
				}
			}
		}
	})
	for range cores {
		wg.Go(func() {
			for b := range todo {
				b.code(coder)
				work(b)
				b.done <- struct{}{}
			}
		})
	}
	for b := range inOrder {
		select {
		case <-b.done:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
		if err := take(b); err != nil {
			cancel(err)
			return err
		}
		pool.Put(b)
	}
	return context.Cause(ctx)
}

// code fills in the codings.
func (b *Batch) code(coder codebook.Coder) {
	b.Out = b.Out[:0]
	for len(b.Codings) < len(b.Responses) {
		b.Codings = append(b.Codings, nil)
	}
	b.Codings = b.Codings[:len(b.Responses)]
	for i, r := range b.Responses {
		b.Codings[i] = coder.Code(b.Codings[i][:0], r)
	}
}

// batches cuts the responses into batches of batchSize, the last one shorter.
func batches(responses iter.Seq2[*survey.Response, error], pool *sync.Pool) iter.Seq2[*Batch, error] {
	return func(yield func(*Batch, error) bool) {
		b := pool.Get().(*Batch)
		b.Responses = b.Responses[:0]
		for r, err := range responses {
			if err != nil {
				yield(nil, err)
				return
			}
			b.Responses = append(b.Responses, r)
			if len(b.Responses) == batchSize {
				if !yield(b, nil) {
					return
				}
				b = pool.Get().(*Batch)
				b.Responses = b.Responses[:0]
			}
		}
		if len(b.Responses) > 0 {
			yield(b, nil)
		}
	}
}
