#pragma once

#include "core/journal/event.h"
#include "core/journal/vocabulary.h"
#include "db/event_codec_json.h"

// The fields of everything that is not an entry, keys in alphabetical order.
namespace soleus::db {

// ---- what payloads are made of --------------------------------------------------------------

template <class F, Of<Answer> A>
void fields(F& f, A& answer) {
  f.required("code", answer.code);
  f.optional("leg", answer.leg);
  f.required("value", answer.value);
}

template <class F, Of<Schedule> S>
void fields(F& f, S& schedule) {
  f.optional("every", schedule.every);
  f.optional("quota", schedule.quota);
  f.required("type", schedule.type);
  f.optional("weekdays", schedule.weekdays);
}

template <class F, Of<Goal> G>
void fields(F& f, G& goal) {
  f.required("from_day", goal.from_day);
  f.required("schedule", goal.schedule);
  f.required("target", goal.target);
}

template <class F, Of<Scope> S>
void fields(F& f, S& scope) {
  f.optional("habits", scope.habits);
  f.optional("tag", scope.tag);
}

template <class F, Of<DeskWindow> W>
void fields(F& f, W& window) {
  f.required("end_min", window.end_min);
  f.required("start_min", window.start_min);
}

// ---- the person -----------------------------------------------------------------------------

template <class F, Of<ProfileCreated> P>
void fields(F&, P&) {}

template <class F, Of<ProfileSet> P>
void fields(F& f, P& profile) {
  f.optional("answers", profile.answers);
  f.required("from_day", profile.from_day);
}

template <class F, Of<ZoneSeen> P>
void fields(F&, P&) {}

template <class F, Of<SettingsSet> P>
void fields(F& f, P& settings) {
  f.optional("day_start_min", settings.day_start_min);
  f.optional("desk_window", settings.desk_window);
  f.required("from_day", settings.from_day);
  f.optional("game_off", settings.game_off);
  f.optional("quiet_mode", settings.quiet_mode);
  f.optional("units", settings.units);
  f.optional("week_start", settings.week_start);
}

// ---- habits, goals, plans -------------------------------------------------------------------

template <class F, Of<HabitCreated> P>
void fields(F& f, P& habit) {
  f.required("effort", habit.effort);
  f.required("goal", habit.goal);
  f.optional("group", habit.group);
  f.required("kind", habit.kind);
  f.optional("tag", habit.tag);
  f.required("title", habit.title);
}

template <class F, Of<HabitUpdated> P>
void fields(F& f, P& update) {
  f.optional("effort", update.effort);
  f.required("from_day", update.from_day);
  f.optional("group", update.group);
  f.required("habit", update.habit);
  f.optional("tag", update.tag);
  f.optional("title", update.title);
}

template <class F, Of<HabitArchived> P>
void fields(F& f, P& archived) {
  f.required("archived", archived.archived);
  f.required("habit", archived.habit);
}

template <class F, Of<HabitsOrdered> P>
void fields(F& f, P& ordered) {
  f.optional("habits", ordered.habits);
}

template <class F, Of<GoalSet> P>
void fields(F& f, P& set) {
  f.required("goal", set.goal);
  f.required("habit", set.habit);
}

template <class F, Of<PlanPaused> P>
void fields(F& f, P& pause) {
  f.required("from", pause.from);
  f.optional("scope", pause.scope);
  f.optional("to", pause.to);
}

template <class F, Of<PlanRested> P>
void fields(F& f, P& rest) {
  f.optional("day", rest.day);
  f.optional("scope", rest.scope);
  f.optional("weekdays", rest.weekdays);
}

template <class F, Of<PlanResumed> P>
void fields(F& f, P& resumed) {
  f.required("from", resumed.from);
  f.optional("ranges", resumed.ranges);
}

// ---- reminders ------------------------------------------------------------------------------

template <class F, Of<ReminderSet> P>
void fields(F& f, P& reminder) {
  f.optional("every_s", reminder.every_s);
  f.optional("quiet_hours", reminder.quiet_hours);
  f.required("subject", reminder.subject);
  f.optional("times_min", reminder.times_min);
  f.optional("weekdays", reminder.weekdays);
  f.optional("window", reminder.window);
}

template <class F, Of<ReminderSnoozed> P>
void fields(F& f, P& snoozed) {
  f.required("minutes", snoozed.minutes);
  f.required("reminder", snoozed.reminder);
}

template <class F, Of<ReminderSkipped> P>
void fields(F& f, P& skipped) {
  f.required("reminder", skipped.reminder);
}

// ---- holds, symptoms, follow-ups ------------------------------------------------------------

template <class F, Of<HoldSet> P>
void fields(F& f, P& hold) {
  f.required("from", hold.from);
  f.required("level", hold.level);
  f.optional("report", hold.report);
  f.optional("tags", hold.tags);
  f.optional("to", hold.to);
}

template <class F, Of<HoldEnded> P>
void fields(F& f, P& ended) {
  f.required("hold", ended.hold);
}

template <class F, Of<SymptomReported> P>
void fields(F& f, P& report) {
  f.optional("answers", report.answers);
  f.optional("deadline_utc_ms", report.deadline_utc_ms);
  f.optional("fired", report.fired);
  f.optional("invalid_partial", report.invalid_partial);
  f.optional("language", report.language);
  f.optional("note", report.note);
  f.required("rule_hash", report.rule_hash);
  f.required("rule_set", report.rule_set);
  f.optional("shown", report.shown);
  f.required("urgency", report.urgency);
}

template <class F, Of<FollowUpUpdated> P>
void fields(F& f, P& update) {
  f.optional("answers", update.answers);
  f.required("report", update.report);
  f.required("state", update.state);
}

// ---- the game, erasing ----------------------------------------------------------------------

template <class F, Of<BadgeSeen> P>
void fields(F& f, P& seen) {
  f.required("badge", seen.badge);
}

template <class F, Of<LevelSeen> P>
void fields(F& f, P& seen) {
  f.required("level", seen.level);
}

template <class F, Of<RulesAdopted> P>
void fields(F& f, P& adopted) {
  f.required("from_day", adopted.from_day);
  f.required("version", adopted.version);
}

template <class F, Of<Erased> P>
void fields(F& f, P& erased) {
  f.optional("habit", erased.habit);
  f.optional("rows", erased.rows);
}

}  // namespace soleus::db
