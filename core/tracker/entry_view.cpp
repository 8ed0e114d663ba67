#include "core/tracker/entry_view.h"

#include "core/habits/catalogue.h"

namespace soleus {
namespace {

/// @source game-rules.md section 8 (`day` > today + 1 is future_day).
constexpr std::int32_t kDaysAhead = 1;

Status check_day(CivilDay day, CivilDay today, const char* field) {
  if (day < first_valid_day() || day > last_valid_day()) {
    return fail(Code::invalid_value, field, "The day must lie in the years 2000 to 2199.");
  }
  if (day - today > kDaysAhead) {
    return fail(Code::future_day, field, "That day is still ahead; log it when it comes.");
  }
  return {};
}

bool feeds_desk_break(const EntryView& view, const Setup& setup) {
  const auto slot = break_slot(view);
  const CivilDay day = view.visible->civil_day;
  const Habit* breaks = find_habit(setup, habit_id::kDeskBreaks);
  if (!slot || breaks == nullptr || !active_on(setup, *breaks, day)) return false;
  return slot_inside(*slot, desk_window_on(setup, day));
}

}  // namespace

Result<When> when_of(const Setup& setup, const Moment& at, const std::optional<CivilDay>& day,
                     const std::optional<Occurrence>& occurred) {
  const CivilDay today = setup.day_starts.day_of(at.utc_ms, at.offset_s);
  if (day && occurred) {
    return fail(Code::invalid_value, "params.day", "Give either day or occurred_at, not both.");
  }
  if (day) {
    SOLEUS_TRY(check_day(*day, today, "params.day"));
    return When{*day, std::nullopt, std::nullopt,
                setup.day_starts.used_for(at.utc_ms, at.offset_s)};
  }
  const std::int64_t utc_ms = occurred ? occurred->utc_ms : at.utc_ms;
  const std::int32_t offset_s = occurred && occurred->offset_s ? *occurred->offset_s : at.offset_s;
  SOLEUS_TRY(check_instant(utc_ms, offset_s, "params.occurred_at"));
  When when;
  when.day = setup.day_starts.day_of(utc_ms, offset_s);
  SOLEUS_TRY(check_day(when.day, today, "params.occurred_at"));
  when.occurred_ms = utc_ms;
  if (offset_s != at.offset_s) when.occurred_offset_s = offset_s;
  when.day_start_min = setup.day_starts.used_for(utc_ms, offset_s);
  return when;
}

void place(Event& event, const When& when) {
  event.civil_day = when.day;
  event.occurred_ms = when.occurred_ms;
  event.occurred_offset_s = when.occurred_offset_s;
  event.day_start_min = when.day_start_min;
}

LoggedEntry describe(const EntryView& view, const Event& version, const Setup& setup) {
  const EntryView shown{view.first, &version};
  LoggedEntry out;
  out.id = view.first->root;
  out.day = version.civil_day;
  out.occurred_ms = version.occurred_ms;
  out.offset_s = version.occurred_offset_s.value_or(version.offset_s);
  out.recorded_ms = view.first->recorded_ms;
  out.source = version.source;
  out.lateness = lateness_of(shown);
  out.amended = view.visible->id != view.first->id;
  out.removed = view.entry() == nullptr;
  if (const Entry* entry = shown.entry()) {
    out.values = *entry;
    out.feeds = contributions(*entry);
    if (feeds_desk_break(shown, setup)) out.feeds.push_back({habit_id::kDeskBreaks, 1});
  }
  return out;
}

}  // namespace soleus
