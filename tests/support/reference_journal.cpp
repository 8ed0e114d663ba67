#include <algorithm>
#include <utility>
#include <variant>

#include "tests/support/reference_model.h"

namespace soleus::reference {

namespace {

/// The version's values, null for a removal.
const Entry* entry_of(const Event& version) {
  if (const auto* logged = std::get_if<EntryLogged>(&version.payload)) return &logged->entry;
  if (const auto* amended = std::get_if<EntryAmended>(&version.payload)) return &amended->entry;
  return nullptr;
}

bool is_version(const Event& event) {
  return entry_of(event) != nullptr || std::holds_alternative<EntryRemoved>(event.payload);
}

bool names(const std::vector<EventId>& ids, EventId id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// @source game-rules.md section 2.
Lateness lateness_of(Source first_source, std::int32_t lag_days) {
  if (first_source == Source::import) return Lateness::imported;
  if (first_source == Source::health) {
    return lag_days <= 7 ? Lateness::on_time : Lateness::imported;
  }
  if (lag_days <= 1) return Lateness::on_time;
  return lag_days <= 7 ? Lateness::late : Lateness::old;
}

WeekdaySet monday_to_friday() {
  WeekdaySet days;
  for (const Weekday day : {Weekday::monday, Weekday::tuesday, Weekday::wednesday,
                            Weekday::thursday, Weekday::friday}) {
    days.add(day);
  }
  return days;
}

}  // namespace

Model::Model(std::vector<Event> journal) : journal_(std::move(journal)) {
  sort_journal();
  find_setup();
  find_habits();
  find_holds();
  find_entries();
  build_rows();
}

void Model::sort_journal() { std::sort(journal_.begin(), journal_.end(), ruled_by); }

void Model::find_setup() {
  std::set<EventId> superseded;
  for (const Event& event : journal_) {
    for (const EventId id : event.supersedes) {
      if (id != event.id) superseded.insert(id);
    }
  }
  for (const Event& event : journal_) {
    // Erasing cannot be taken back, whatever another event says of it.
    if (const auto* erased = std::get_if<Erased>(&event.payload)) {
      if (erased->habit) deleted_.insert(*erased->habit);
      erased_rows_.insert(erased->rows.begin(), erased->rows.end());
    }
    if (!is_version(event) && superseded.count(event.id) == 0) setup_.push_back(&event);
  }
  // What was erased counts as gone wherever its content still is.
  std::erase_if(setup_, [this](const Event* e) { return erased_rows_.count(e->id) != 0; });
}

void Model::find_entries() {
  std::map<EventId, std::vector<const Event*>> versions;  // each in ruling order
  for (const Event& event : journal_) {
    if (is_version(event) && erased_rows_.count(event.id) == 0) {
      versions[event.root].push_back(&event);
    }
  }
  for (const auto& [root, all] : versions) {
    const Event* first = all.front();
    const Event* visible = nullptr;
    for (const Event* version : all) {
      if (version->id == root) first = version;
      bool superseded = false;
      for (const Event* other : all) {
        if (other != version && names(other->supersedes, version->id)) superseded = true;
      }
      if (!superseded) visible = version;
    }
    if (visible == nullptr) continue;
    const Entry* entry = entry_of(*visible);
    if (entry == nullptr || deleted_.count(entry->habit) != 0) continue;
    const std::int32_t lag = first->recorded_day - visible->civil_day;
    told_[root] = Told{visible, first, entry, lateness_of(first->source, lag), lag};
  }
}

void Model::find_habits() {
  // The built-in habits of game-rules.md section 1: tag, target, switched on by default.
  const auto built_in = [this](const char* id, Tag tag, std::int64_t target, bool on) {
    Beginning& beginning = beginnings_[HabitId{id}];
    beginning.tag = tag;
    beginning.goal.target = target;
    beginning.archived = !on;
  };
  built_in("walking", Tag::walk, 1800, true);
  built_in("calf_raises", Tag::pump, 6, true);
  built_in("strength", Tag::strength, 3, true);
  built_in("stretching", Tag::stretch, 240, true);
  built_in("water", Tag::water, 2000, true);
  built_in("desk_breaks", Tag::desk_break, 8, false);
  built_in("posture_check", Tag::care, 1, false);
  built_in("footwear_check", Tag::care, 1, false);
  Schedule& strength = beginnings_[HabitId{"strength"}].goal.schedule;
  strength.type = ScheduleType::weekly_quota;
  strength.quota = 2;
  Schedule& desk_breaks = beginnings_[HabitId{"desk_breaks"}].goal.schedule;
  desk_breaks.type = ScheduleType::weekdays;
  desk_breaks.weekdays = monday_to_friday();

  for (const Event* event : setup_) {
    if (!std::holds_alternative<ProfileCreated>(event->payload)) continue;
    for (auto& [habit, beginning] : beginnings_) {
      beginning.first_day = event->civil_day;
      beginning.goal.from_day = event->civil_day;
    }
    break;  // the lowest one decides
  }
  for (const Event* event : setup_) {
    const auto* created = std::get_if<HabitCreated>(&event->payload);
    if (created == nullptr) continue;
    beginnings_[HabitId{event->id.value.text()}] =
        Beginning{event->civil_day, created->goal, created->tag, false};
  }
}

void Model::find_holds() {
  for (const Event* event : setup_) {
    const auto* hold = std::get_if<HoldSet>(&event->payload);
    if (hold == nullptr) continue;
    std::optional<CivilDay> last = hold->to;
    for (const Event* other : setup_) {
      const auto* ended = std::get_if<HoldEnded>(&other->payload);
      if (ended == nullptr || ended->hold != event->id) continue;
      last = last ? std::min(*last, other->civil_day) : other->civil_day;
    }
    holds_.push_back(Held{hold, event, last});
  }
}

std::vector<VisibleEntry> Model::entries(CivilDay day) const {
  std::vector<VisibleEntry> found;
  for (const auto& [root, told] : told_) {
    if (told.visible->civil_day == day) found.push_back({root, day, *told.entry});
  }
  return found;
}

std::optional<VisibleEntry> Model::entry(EventId root) const {
  const auto at = told_.find(root);
  if (at == told_.end()) return std::nullopt;
  return VisibleEntry{root, at->second.visible->civil_day, *at->second.entry};
}

std::vector<HabitId> Model::habits() const {
  std::vector<HabitId> found;
  for (const auto& [habit, beginning] : beginnings_) {
    if (deleted_.count(habit) == 0) found.push_back(habit);
  }
  return found;
}

}  // namespace soleus::reference
