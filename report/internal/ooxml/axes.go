package ooxml

import "commonground/report/look"

// top is where the axis ends: behind the longest bar or whisker, and the number
// beyond it.
func (c *Chart) top() float64 {
	if c.Stacked {
		return 1
	}
	reach := 0.0
	for _, s := range c.Series {
		for _, values := range [][]float64{s.Values, s.High} {
			for _, v := range values {
				if v > reach {
					reach = v
				}
			}
		}
	}
	number := 3.2 * c.Size / (c.Width * (1 - c.Room))
	return max(reach, 1e-9) / (1 - min(number, 0.5))
}

func (c *Chart) labelAxis() Node {
	return E("c:catAx", E("c:axId", A("val", categoryAxis)), E("c:scaling", E(`c:orientation val="maxMin"`)),
		E(`c:delete val="0"`), E(`c:axPos val="l"`), E(`c:numFmt formatCode="General" sourceLinked="0"`),
		E(`c:majorTickMark val="none"`), E(`c:minorTickMark val="none"`), E(`c:tickLblPos val="low"`),
		E("c:spPr", E(`a:ln w="9525"`, Fixed(look.Rule).Fill())), c.lettering(Text, false),
		E("c:crossAx", A("val", valueAxis)), E(`c:crosses val="autoZero"`),
		E(`c:auto val="1"`), E(`c:lblAlgn val="ctr"`), E(`c:lblOffset val="60"`), E(`c:noMultiLvlLbl val="1"`))
}

// numberAxis is there to be measured by, and not shown: each bar has its number.
func (c *Chart) numberAxis() Node {
	return E("c:valAx", E("c:axId", A("val", valueAxis)),
		E("c:scaling", E(`c:orientation val="minMax"`), E("c:max", A("val", decimal(c.top()))), E(`c:min val="0"`)),
		E(`c:delete val="1"`), E(`c:axPos val="b"`), E("c:numFmt", A("formatCode", c.Format), A("sourceLinked", "0")),
		E(`c:majorTickMark val="none"`), E(`c:minorTickMark val="none"`), E(`c:tickLblPos val="nextTo"`),
		E("c:crossAx", A("val", categoryAxis)), E(`c:crosses val="max"`), E(`c:crossBetween val="between"`))
}

func (c *Chart) legend() Node {
	return E("c:legend", E(`c:legendPos val="t"`), E(`c:overlay val="0"`), c.lettering(Text, false))
}
