#include <algorithm>
#include <utility>
#include <variant>

#include "tests/property/random_journal.h"
#include "tests/property/random_values.h"

namespace soleus::testing {

namespace {

std::int32_t small(std::int64_t value) { return static_cast<std::int32_t>(value); }

/// The ids of the events of type T.
template <class T>
std::vector<EventId> ids_of(const std::vector<Event>& events) {
  std::vector<EventId> ids;
  for (const Event& event : events) {
    if (std::holds_alternative<T>(event.payload)) ids.push_back(event.id);
  }
  return ids;
}

}  // namespace

void RandomLife::arrange(Device& device) {
  Event& event = device.scribe.write(random_arrangement(device));
  event.day_start_min = day_start_min_;
  if (std::holds_alternative<HabitCreated>(event.payload)) {
    custom_.push_back(HabitId{event.id.value.text()});
  }
  if (dice_.chance(10)) supersede_one(device, event);
}

/// Takes an earlier arrangement of the same kind back, as two devices may do for each other.
void RandomLife::supersede_one(Device& device, Event& event) {
  std::vector<EventId> same_kind;
  for (std::size_t i = 0; i + 1 < events_.size(); ++i) {
    const bool same = events_[i].payload.index() == event.payload.index();
    if (same && knows(device, i)) same_kind.push_back(events_[i].id);
  }
  const bool may = !std::holds_alternative<HabitCreated>(event.payload);
  if (may && !same_kind.empty()) event.supersedes.push_back(dice_.pick(same_kind));
}

Payload RandomLife::random_arrangement(Device& device) {
  const CivilDay today = device.scribe.today();
  switch (dice_.weighted(arrangement_weights_)) {
    case 0: return random_goal(today);
    case 1: return random_settings(today);
    case 2: return random_pause(today);
    case 3: return random_rest(today);
    case 4: return random_resume(today);
    case 5: return random_hold(today);
    case 6: return random_hold_end();
    case 7: return random_tag_change(today);
    case 8: return random_archiving();
    case 9: return random_answer(today);
    case 10: return random_noise();
    case 11: return random_goal(today);
    default: return random_creation(dice_, today);
  }
}

Payload RandomLife::random_goal(CivilDay today) {
  const HabitId habit = random_habit(dice_, custom_);
  const Schedule schedule = random_schedule(dice_);
  return GoalSet{habit, Goal{schedule, random_target(dice_, habit, schedule.type),
                             today + small(dice_.between(-2, 9))}};
}

Payload RandomLife::random_settings(CivilDay today) {
  SettingsSet set;
  set.from_day = today + small(dice_.between(1, 6));
  if (dice_.chance(50)) set.week_start = static_cast<Weekday>(dice_.between(1, 7));
  if (dice_.chance(40)) {
    set.day_start_min = small(dice_.pick<std::int64_t>({0, 120, 180, 300, 720}));
    day_start_min_ = *set.day_start_min;  // from now on, which is early but as good as any
  }
  if (dice_.chance(30)) {
    const std::int32_t start = small(dice_.between(0, 24)) * 30;
    set.desk_window = DeskWindow{start, start + small(dice_.between(1, 20)) * 30};
  }
  if (dice_.chance(10)) set.quiet_mode = dice_.chance(50);
  return set;
}

Payload RandomLife::random_pause(CivilDay today) {
  PlanPaused pause;
  pause.from = today + small(dice_.between(-7, 3));
  if (dice_.chance(80)) pause.to = pause.from + small(dice_.between(0, 9));
  pause.scope = random_scope(dice_, custom_);
  return pause;
}

Payload RandomLife::random_rest(CivilDay today) {
  PlanRested rest;
  if (dice_.chance(40)) {
    rest.day = today + small(dice_.between(0, 5));
  } else {
    rest.weekdays = random_weekdays(dice_);
  }
  rest.scope = random_scope(dice_, custom_);
  return rest;
}

Payload RandomLife::random_resume(CivilDay today) {
  std::vector<EventId> ranges = ids_of<PlanPaused>(events_);
  const std::vector<EventId> rests = ids_of<PlanRested>(events_);
  ranges.insert(ranges.end(), rests.begin(), rests.end());
  if (ranges.empty()) return random_pause(today);
  PlanResumed resumed{today + small(dice_.between(0, 1)), {dice_.pick(ranges)}};
  if (dice_.chance(20)) resumed.ranges.push_back(dice_.pick(ranges));
  return resumed;
}

Payload RandomLife::random_hold(CivilDay today) {
  HoldSet hold;
  hold.tags = random_held_tags(dice_);
  hold.level = static_cast<HoldLevel>(dice_.between(0, 6));
  hold.from = today + (dice_.chance(70) ? 0 : small(dice_.between(1, 3)));
  if (dice_.chance(75)) hold.to = hold.from + small(dice_.between(0, 8));
  return hold;
}

Payload RandomLife::random_hold_end() {
  const std::vector<EventId> holds = ids_of<HoldSet>(events_);
  return holds.empty() ? random_noise() : Payload{HoldEnded{dice_.pick(holds)}};
}

Payload RandomLife::random_tag_change(CivilDay today) {
  HabitUpdated updated;
  updated.habit = custom_.empty() ? random_habit(dice_, custom_) : dice_.pick(custom_);
  updated.from_day = today + small(dice_.between(0, 4));
  if (dice_.chance(80)) updated.tag = static_cast<Tag>(dice_.between(0, 7));
  if (dice_.chance(30)) updated.title = "Renamed";
  return updated;
}

Payload RandomLife::random_archiving() {
  return HabitArchived{random_habit(dice_, custom_), dice_.chance(45)};
}

Payload RandomLife::random_answer(CivilDay today) {
  static const std::vector<std::string> codes{"heart_failure", "kidney_disease", "fluid_limit"};
  ProfileSet set;
  set.from_day = today + 1;
  set.answers.push_back(Answer{dice_.pick(codes), dice_.chance(50), {}});
  if (dice_.chance(30)) set.answers.push_back(Answer{"age_years", std::int64_t{50}, {}});
  return set;
}

/// What says nothing about days and sums, but shows where and when the person was, and what makes
/// other events lose their content.
Payload RandomLife::random_noise() {
  const std::vector<EventId> reports = ids_of<SymptomReported>(events_);
  switch (dice_.between(0, 6)) {
    case 0: return ZoneSeen{};
    case 1: return BadgeSeen{"first_beat"};
    case 2: return HabitsOrdered{{HabitId{"water"}, HabitId{"walking"}}};
    case 3: return UnknownPayload{"future.thing", 3, "{}"};
    case 4: return SymptomReported{};
    case 5:
      if (!reports.empty()) return Erased{{}, {dice_.pick(reports)}};
      return SymptomReported{};
    default:
      if (custom_.size() > 1 && dice_.chance(50)) return Erased{dice_.pick(custom_), {}};
      return ReminderSkipped{"walking"};
  }
}

}  // namespace soleus::testing
