#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/hlc.h"
#include "core/base/ids.h"
#include "core/calendar/civil_day.h"
#include "core/habits/values.h"
#include "core/journal/entry.h"
#include "core/journal/event.h"
#include "core/journal/vocabulary.h"

// The rules of game-rules.md sections 1 to 3, S1 and S4, read once more and as plainly as they can
// be: every question goes back to the whole journal. It shares value types with the product and
// nothing else, so that the two can only agree by both being right.
namespace soleus::reference {

/// An entry as it stands after all amends; removed ones are not there.
struct VisibleEntry {
  EventId root;
  CivilDay day;
  Entry entry;
  friend bool operator==(const VisibleEntry&, const VisibleEntry&) = default;
};

/// Slow and obvious. Remembers what it has worked out only because a journal never changes here.
/// @thread not shared.
class Model {
 public:
  explicit Model(std::vector<Event> journal);
  Model(const Model&) = delete;  // it points into its own journal
  Model& operator=(const Model&) = delete;

  using Rows = std::map<std::pair<CivilDay, HabitId>, DayRow>;
  const Rows& rows() const { return rows_; }
  /// In the order of their roots.
  std::vector<VisibleEntry> entries(CivilDay day) const;
  /// Absent if there is none, or it is removed.
  std::optional<VisibleEntry> entry(EventId root) const;
  std::size_t entry_count() const { return told_.size(); }
  /// The civil day an instant belongs to on a wall clock with this offset.
  CivilDay day_of(std::int64_t utc_ms, std::int32_t offset_s) const;
  /// Built-ins and the custom habits the journal tells of, deleted ones excepted.
  std::vector<HabitId> habits() const;

  DayStatus status(const HabitId& habit, CivilDay day, CivilDay as_of);
  std::optional<WeekStanding> week(const HabitId& habit, CivilDay any_day, CivilDay as_of);
  /// The row's sums; for desk breaks the slots inside the desk window.
  Sums sums(const HabitId& habit, CivilDay day) const;
  /// Absent where the habit has none: not there, or water while an illness forbids it.
  std::optional<std::int64_t> target(const HabitId& habit, CivilDay day) const;
  /// The week's first day; the same for all habits.
  CivilDay week_first(CivilDay day);
  CivilDay week_last(CivilDay day);

  /// How often each status decided an answer of status() or, behind "week.", of week().
  std::map<std::string, int> decided;

 private:
  /// An entry with what decides how it counts.
  struct Told {
    const Event* visible = nullptr;
    const Event* first = nullptr;
    const Entry* entry = nullptr;
    Lateness lateness = Lateness::on_time;
    std::int32_t lag_days = 0;

    bool counts() const { return lateness == Lateness::on_time || lateness == Lateness::late; }
    std::int32_t offset_s() const { return visible->occurred_offset_s.value_or(visible->offset_s); }
  };
  /// A habit as it was when it began.
  struct Beginning {
    std::optional<CivilDay> first_day;
    Goal goal;
    Tag tag = Tag::none;
    bool archived = false;
  };
  struct Held {
    const HoldSet* hold;
    const Event* event;
    std::optional<CivilDay> last;
    bool covers(CivilDay day) const { return hold->from <= day && (!last || day <= *last); }
  };
  enum class Cover { none, begins, since_earlier };
  struct Gathered {
    Sums sums;
    Sums entries;
  };

  // reference_journal.cpp: from events to entries, setup and habits
  void sort_journal();
  void find_setup();
  void find_entries();
  void find_habits();
  void find_holds();

  // reference_setup.cpp: what is in force on a day
  template <class T, class Matches>
  const T* last_setup(Matches matches) const;
  const Goal& goal(const HabitId& habit, CivilDay day) const;
  Tag tag(const HabitId& habit, CivilDay day) const;
  bool archived(const HabitId& habit, CivilDay day) const;
  bool water_forbidden(CivilDay day) const;
  std::int32_t day_start_min(CivilDay day) const;
  Weekday week_start(CivilDay day) const;
  DeskWindow desk_window(CivilDay day) const;
  bool in_scope(const Scope& scope, const HabitId& habit, CivilDay day) const;
  bool resumed(EventId range, CivilDay day) const;
  bool in_pause(const HabitId& habit, CivilDay day) const;
  bool rest_planned(const HabitId& habit, CivilDay day) const;
  Cover cover(const HabitId& habit, CivilDay day) const;
  const Held* hold_begun(const HabitId& habit, CivilDay day) const;
  bool clinical_hold(CivilDay day) const;
  bool paused(const HabitId& habit, CivilDay day) const;
  bool target_reduced(const HabitId& habit, CivilDay day) const;
  std::int64_t target_in_force(const HabitId& habit, CivilDay day) const;

  // reference_calendar.cpp: weeks and lived time
  bool lived_short(CivilDay day);
  bool scheduled(const HabitId& habit, CivilDay day) const;

  // reference_rows.cpp: what a day gathered
  void build_rows();
  void add_to_rows(const Told& told);
  DayRow& row_of(const Told& told, const HabitId& habit);
  void add_desk_break(const Told& told);
  void find_pairs();
  Sums slots_in_window(const Slots& slots, CivilDay day) const;

  // reference_status.cpp: where a habit stands
  Gathered gathered(const HabitId& habit, CivilDay day) const;
  bool could_live(const HabitId& habit, CivilDay day) const;
  const std::set<CivilDay>& strength_days(const HabitId& habit);
  bool done(const HabitId& habit, CivilDay day, CivilDay as_of);
  DayStatus status_when_active(const HabitId& habit, CivilDay day, CivilDay as_of);
  DayStatus judge(const HabitId& habit, CivilDay day, CivilDay as_of);
  CivilDay first_day(const HabitId& habit, CivilDay as_of);
  WeekStanding judge_week(const HabitId& habit, CivilDay first, CivilDay last, CivilDay as_of);

  std::vector<Event> journal_;       // in ruling order
  std::vector<const Event*> setup_;  // in ruling order, without what was superseded
  std::set<EventId> erased_rows_;
  std::map<EventId, Told> told_;  // by root
  std::map<HabitId, Beginning> beginnings_;
  std::set<HabitId> deleted_;
  std::vector<Held> holds_;
  Rows rows_;

  std::map<CivilDay, CivilDay> week_firsts_;
  std::map<CivilDay, bool> short_days_;
  std::map<HabitId, std::set<CivilDay>> strength_days_;
};

/// The last setup event of type T that `matches(event, payload)`, null if there is none.
template <class T, class Matches>
const T* Model::last_setup(Matches matches) const {
  const T* last = nullptr;
  for (const Event* event : setup_) {
    const T* payload = std::get_if<T>(&event->payload);
    if (payload != nullptr && matches(*event, *payload)) last = payload;
  }
  return last;
}

}  // namespace soleus::reference
