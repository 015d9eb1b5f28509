package stats

import (
	"bytes"
	"encoding/json"
	"math"
)

// A Number is a float64 whose NaN is null in JSON, both ways.
type Number float64

// MarshalJSON writes NaN as null.
func (n Number) MarshalJSON() ([]byte, error) {
	if math.IsNaN(float64(n)) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

// UnmarshalJSON reads null as NaN.
func (n *Number) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*n = Number(math.NaN())
		return nil
	}
	return json.Unmarshal(data, (*float64)(n))
}

// estimate and test are the types of this package as JSON has them.
type estimate struct {
	Value Number `json:"value"`
	Low   Number `json:"low"`
	High  Number `json:"high"`
	Level Number `json:"level"`
	Base  Number `json:"base"`
}

type test struct {
	Name      string   `json:"name"`
	Why       string   `json:"why"`
	Statistic Number   `json:"statistic"`
	DF        Number   `json:"df"`
	P         Number   `json:"p"`
	Q         Number   `json:"q"`
	Effect    estimate `json:"effect"`
	Measure   string   `json:"measure"`
	Caveats   []string `json:"caveats"`
}

// MarshalJSON writes the test without its effect's caveats, which are its own.
func (t Test) MarshalJSON() ([]byte, error) {
	e := t.Effect
	out := test{
		Name: t.Name, Why: t.Why, Statistic: Number(t.Statistic), DF: Number(t.DF), P: Number(t.P), Q: Number(t.Q),
		Effect: estimate{
			Value: Number(e.Value), Low: Number(e.Low), High: Number(e.High),
			Level: Number(e.Level), Base: Number(e.Base),
		},
		Measure: t.Measure, Caveats: append([]string{}, t.Caveats...),
	}
	// Not json.Marshal, which would write "<" as \u003c for all who embed it.
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(out)
	return b.Bytes(), err
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (t *Test) UnmarshalJSON(data []byte) error {
	var in test
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	e := in.Effect
	*t = Test{
		Name: in.Name, Why: in.Why, Statistic: float64(in.Statistic), DF: float64(in.DF), P: float64(in.P), Q: float64(in.Q),
		Effect: Estimate{
			Value: float64(e.Value), Low: float64(e.Low), High: float64(e.High),
			Level: float64(e.Level), Base: float64(e.Base),
		},
		Measure: in.Measure, Caveats: in.Caveats,
	}
	return nil
}
