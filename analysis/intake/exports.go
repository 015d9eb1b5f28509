package intake

import (
	"slices"
	"strings"
)

// An export is how a survey program names the columns of what it hands over.
type export struct {
	name    string
	first   []string // headings of the first column that tell the program alone
	signs   []string // headings that this program writes; "*" stands for anything at either end
	need    int      // how many different signs tell the program
	columns []programColumns
	comma   string // what joins the choices of a cell, besides a semicolon; "" for ", "
	yesNo   bool   // a choice of several has a column, with "Yes" or "No" in it
	paths   bool   // headings are paths: "group/question", "question/choice"
}

// programColumns are the columns that a program adds to the questions.
type programColumns struct {
	kind  ColumnKind
	names []string // as the file writes them, in lower case; "*" stands for anything at either end
}

// exports are the survey programs known. The first that fits is taken.
var exports = []*export{
	{
		name:  "Qualtrics",
		signs: []string{"responseid", "recipientlastname", "recipientfirstname", "externaldatareference", "externalreference", "distributionchannel", "responseset", "duration (in seconds)", "recordeddate", "userlanguage"},
		need:  2,
		comma: ",",
		columns: []programColumns{
			{RespondentID, []string{"responseid"}},
			{Timestamp, []string{"startdate", "enddate", "recordeddate"}},
			{StatusColumn, []string{"status", "finished"}},
			{DurationColumn, []string{"duration (in seconds)"}},
			{Personal, []string{"ipaddress", "recipientlastname", "recipientfirstname", "recipientemail", "emailaddress", "externaldatareference", "externalreference", "locationlatitude", "locationlongitude", "name"}},
			{IgnoredColumn, []string{"progress", "distributionchannel", "responseset", "locationaccuracy", "q_*", "*_first click", "*_last click", "*_page submit", "*_click count",
				"* - topics", "* - parent topics", "* - sentiment", "* - sentiment score", "* - sentiment polarity", "* - topic sentiment label", "* - topic sentiment score", "*_browser", "*_version", "*_operating system", "*_resolution"}},
		},
	},
	surveyMonkey,
	{
		name:  "Microsoft Forms",
		signs: []string{"id", "start time", "completion time", "last modified time", "hora de inicio", "hora de finalización", "hora de la última modificación"},
		need:  3,
		columns: []programColumns{
			{IgnoredColumn, []string{"id", "total points", "quiz feedback", "puntos totales", "points - *", "feedback - *", "puntos: *", "comentarios: *"}},
			{Timestamp, []string{"start time", "completion time", "hora de inicio", "hora de finalización"}},
			{IgnoredColumn, []string{"last modified time", "hora de la última modificación"}},
			{Personal, []string{"email", "name", "correo electrónico", "nombre"}},
		},
	},
	{
		name:  "LimeSurvey",
		signs: []string{"submitdate", "lastpage", "startlanguage", "seed", "date submitted", "last page", "start language"},
		need:  2,
		yesNo: true,
		columns: []programColumns{
			{RespondentID, []string{"id", "response id", "response_id", "id. response id"}},
			{Timestamp, []string{"submitdate", "startdate", "datestamp", "date submitted", "date started", "date last action", "submitdate. *", "startdate. *", "datestamp. *"}},
			{AttributeKind, []string{"startlanguage", "start language", "startlanguage. *"}},
			{DurationColumn, []string{"interviewtime", "total time", "interviewtime. *"}},
			{Personal, []string{"ipaddr", "ip address", "ipaddr. *", "token", "access code", "token. *"}},
			{IgnoredColumn, []string{"lastpage", "last page", "lastpage. *", "seed", "seed. *", "refurl", "referrer url", "refurl. *", "grouptime*", "group time*", "question time*"}},
		},
	},
	{
		name:  "Typeform",
		signs: []string{"#", "network id", "start date (utc)", "submit date (utc)", "stage date (utc)", "response type"},
		need:  3,
		comma: slashes,
		columns: []programColumns{
			{RespondentID, []string{"#"}},
			{Timestamp, []string{"start date (utc)", "submit date (utc)", "stage date (utc)"}},
			{StatusColumn, []string{"response type"}},
			{Personal, []string{"network id"}},
			{IgnoredColumn, []string{"tags", "ending", "score"}},
		},
	},
	{
		name:  "KoboToolbox or ODK",
		signs: []string{"_uuid", "_submission_time", "_submitted_by", "__version__", "meta/instanceid", "meta-instanceid", "formhub/uuid", "submissiondate", "submitterid", "instanceid", "key", "_validation_status"},
		need:  2,
		comma: " ",
		paths: true,
		columns: []programColumns{
			{RespondentID, []string{"_id", "key", "instanceid"}},
			{Timestamp, []string{"_submission_time", "submissiondate", "start", "end", "today", "starttime", "endtime"}},
			{Personal, []string{"deviceid", "subscriberid", "simserial", "simid", "phonenumber", "username", "email", "devicephonenum", "_submitted_by", "submitterid", "submittername", "_geolocation",
				"*_latitude", "*_longitude", "*_altitude", "*_precision", "*-latitude", "*-longitude", "*-altitude", "*-accuracy"}},
			{IgnoredColumn, []string{"_uuid", "__version__*", "_version*", "_validation_status", "_notes", "_status", "_tags", "_index", "_parent*", "_attachments", "_xform_id_string", "meta/*", "meta-*", "formhub/uuid",
				"instancename", "instanceid", "attachmentspresent", "attachmentsexpected", "status", "reviewstate", "edits", "formversion", "set-of-*"}},
		},
	},
	{
		name:  "REDCap",
		signs: []string{"redcap_*", "*_complete", "complete?", "event name", "repeat instrument"},
		need:  1,
		columns: []programColumns{
			{RespondentID, []string{"record_id", "record id", "study_id", "record"}},
			{Timestamp, []string{"*_timestamp", "survey timestamp"}},
			{StatusColumn, []string{"*_complete", "complete?"}},
			{AttributeKind, []string{"redcap_data_access_group", "data access group"}},
			{WaveColumn, []string{"redcap_event_name", "event name"}},
			{Personal, []string{"redcap_survey_identifier", "survey identifier"}},
			{IgnoredColumn, []string{"redcap_repeat_*", "repeat instrument", "repeat instance"}},
		},
	},
	googleForms,
}

// googleForms is known by its first column alone.
var googleForms = &export{
	name:  "Google Forms",
	first: []string{"timestamp", "marca temporal"},
	columns: []programColumns{
		{IgnoredColumn, []string{"score", "total score", "puntuación"}},
	},
}

// surveyMonkey is known by its second header row as well.
var surveyMonkey = &export{
	name:  "SurveyMonkey",
	signs: []string{"respondentid", "respondent id", "respondent_id", "collectorid", "collector id", "collector_id", "custom data 1", "custom_1", "date_created", "* - other (please specify)"},
	need:  2,
	columns: []programColumns{
		{RespondentID, []string{"respondentid", "respondent id", "respondent_id"}},
		{Timestamp, []string{"startdate", "start date", "enddate", "end date", "date_created", "date_modified", "date created", "date modified"}},
		{StatusColumn, []string{"response status", "response_status"}},
		{DurationColumn, []string{"time spent", "total time", "time_spent"}},
		{Personal, []string{"ip address", "ip_address", "email address", "email_address", "first name", "first_name", "last name", "last_name", "custom data*", "custom_1", "custom value"}},
		{IgnoredColumn, []string{"collectorid", "collector id", "collector_id"}},
	},
}

// exportOf returns the program that wrote the headings, or nil.
func exportOf(headings []heading) *export {
	for _, e := range exports {
		if e.wrote(headings) {
			return e
		}
	}
	return nil
}

func (e *export) wrote(headings []heading) bool {
	if len(headings) == 0 {
		return false
	}
	if slices.Contains(e.first, lowered(headings[0].code)) {
		return len(headings) > 2
	}
	seen := 0
	for _, sign := range e.signs {
		for _, h := range headings {
			if like(sign, lowered(h.code)) {
				seen++
				break
			}
		}
	}
	return e.need > 0 && seen >= e.need
}

// writes reports whether the program hands over files of that format. Only few
// do so as anything but a workbook or delimited text.
func (e *export) writes(format string) bool {
	return e != googleForms || format == "delimited text" || format == "Excel workbook"
}

// kindOf returns what the program says that a column holds, or "".
func (e *export) kindOf(h heading) ColumnKind {
	if e == nil {
		return ""
	}
	code := lowered(h.code)
	for _, c := range e.columns {
		for _, name := range c.names {
			if like(name, code) {
				return c.kind
			}
		}
	}
	return ""
}

func lowered(heading string) string { return strings.ToLower(strings.TrimSpace(heading)) }

// like reports whether s is as the pattern has it, whose "*" at either end
// stands for any bytes.
func like(pattern, s string) bool {
	if rest, ok := strings.CutPrefix(pattern, "*"); ok {
		return strings.HasSuffix(s, rest)
	}
	if rest, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(s, rest)
	}
	return s == pattern
}
