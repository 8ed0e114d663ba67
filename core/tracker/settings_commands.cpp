#include "core/habits/contribution.h"
#include "core/habits/goal_rules.h"
#include "core/tracker/arrangements.h"
#include "core/tracker/ledger.h"

namespace soleus {
namespace {

template <class T>
void note_next(Setting<T>& setting, CivilDay today, const Timeline<T>& timeline) {
  for (const auto& change : timeline.changes()) {
    if (change.from <= today || setting.next) continue;
    setting.next = change.value;
    setting.next_from = change.from;
  }
}

Settings settings_on(const Setup& setup, CivilDay today) {
  Settings out;
  out.day_start_min.value = setup.day_starts.on(today);
  note_next(out.day_start_min, today, setup.day_starts.timeline());
  out.week_start.value = setup.weeks.start_on(today);
  note_next(out.week_start, today, setup.weeks.timeline());
  out.desk_window.value = desk_window_on(setup, today);
  note_next(out.desk_window, today, setup.desk_windows);
  out.units = setup.units;
  out.quiet_mode = setup.quiet_mode;
  out.game_off = setup.game_off;
  return out;
}

Status check_change(const SettingsChange& change) {
  if (!change.day_start_min && !change.week_start && !change.desk_window && !change.units &&
      !change.quiet_mode && !change.game_off) {
    return fail(Code::missing_field, "params", "Tell which setting to change.");
  }
  if (change.day_start_min &&
      (*change.day_start_min < 0 || *change.day_start_min > kMaxDayStartMin)) {
    return fail(Code::invalid_value, "params.day_start_min",
                "The day can start between 0 and 720 minutes after midnight.");
  }
  if (!change.desk_window) return {};
  const DeskWindow& window = *change.desk_window;
  const bool on_slots = window.start_min % kSlotMinutes == 0 && window.end_min % kSlotMinutes == 0;
  if (!on_slots || window.start_min < 0 || window.end_min > kMinutesPerDay ||
      window.start_min >= window.end_min) {
    return fail(Code::invalid_value, "params.desk_window",
                "The desk window runs between whole half hours of one day.");
  }
  return {};
}

}  // namespace

Result<Settings> get_settings(Ledger& ledger, const Request& request) {
  SOLEUS_TRY_ASSIGN(const Reading reading, Reading::begin(ledger, request.at));
  return settings_on(ledger.setup(), reading.today());
}

Result<Settings> set_settings(Ledger& ledger, const Request& request,
                              const SettingsChange& change) {
  SOLEUS_TRY_ASSIGN(Command command, Command::begin(ledger, request));
  if (!command.replayed()) {
    SOLEUS_TRY(check_change(change));
    SOLEUS_TRY_ASSIGN(const CivilDay from_day, change_from_day(change.from_day, command.today()));
    command.record(SettingsSet{from_day, change.day_start_min, change.week_start,
                               change.desk_window, change.units, change.quiet_mode,
                               change.game_off});
    SOLEUS_TRY(command.commit());
  }
  return settings_on(ledger.setup(), command.today());
}

}  // namespace soleus
