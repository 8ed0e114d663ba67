#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "tests/property/random_journal.h"
#include "tests/property/random_values.h"

namespace soleus::testing {

namespace {

const Entry* values_of(const Event& event) {
  if (const auto* logged = std::get_if<EntryLogged>(&event.payload)) return &logged->entry;
  if (const auto* amended = std::get_if<EntryAmended>(&event.payload)) return &amended->entry;
  return nullptr;
}

}  // namespace

void RandomLife::log(Device& device) {
  const Entry entry = random_entry(dice_, custom_);
  device.scribe.told_by(dice_.chance(84)   ? Source::manual
                        : dice_.chance(50) ? Source::health
                                           : Source::import);
  Event& event = device.scribe.write_for(day_told_about(device), EntryLogged{entry});
  event.day_start_min = day_start_min_;
  date_instant(device, event);
  device.scribe.told_by(Source::manual);
}

/// Mostly today and yesterday; tomorrow too, as a clock in flight may have it.
CivilDay RandomLife::day_told_about(const Device& device) {
  const CivilDay today = device.scribe.today();
  switch (dice_.weighted({60, 15, 15, 7, 3})) {
    case 0: return today;
    case 1: return today - 1;
    case 2: return today - static_cast<std::int32_t>(dice_.between(2, 7));
    case 3: return today - static_cast<std::int32_t>(dice_.between(7, 12));
    default: return today + 1;
  }
}

/// Any time of the day it belongs to: the desk breaks and the pairs live on these.
void RandomLife::date_instant(Device& device, Event& event) {
  if (dice_.chance(30)) {
    event.occurred_ms.reset();
    return;
  }
  const std::int32_t days_back = device.scribe.today() - event.civil_day;
  const std::int64_t jitter_min =
      dice_.chance(50) ? dice_.between(-40, 0) : dice_.between(-600, 60);
  event.occurred_ms =
      device.scribe.utc_ms() - std::int64_t{days_back} * 86'400'000 + jitter_min * 60'000;
  if (dice_.chance(10)) event.occurred_offset_s = event.offset_s + 3600 * 4;
}

/// A version of an entry this device knows: new values, another day, a removal, or the taking back
/// of an earlier version; now and then one that names too few of those it replaces.
void RandomLife::change_entry(Device& device) {
  std::vector<std::size_t> known;
  for (std::size_t i = 0; i < events_.size(); ++i) {
    if (is_entry(events_[i].payload) && knows(device, i)) known.push_back(i);
  }
  if (known.empty()) return log(device);
  // Recent entries more often: that is where two devices meet.
  const std::size_t from = dice_.chance(50) && known.size() > 4 ? known.size() - 4 : 0;
  const Event chosen = events_[known[static_cast<std::size_t>(dice_.between(
      static_cast<std::int64_t>(from), static_cast<std::int64_t>(known.size()) - 1))]];

  std::vector<EventId> heads;
  const Event* with_values = nullptr;
  for (const std::size_t i : known) {
    if (events_[i].root != chosen.root) continue;
    std::erase_if(heads, [&](EventId id) {
      const auto& gone = events_[i].supersedes;
      return std::find(gone.begin(), gone.end(), id) != gone.end();
    });
    heads.push_back(events_[i].id);
    if (values_of(events_[i]) != nullptr && (with_values == nullptr || dice_.chance(50))) {
      with_values = &events_[i];
    }
  }
  if (with_values == nullptr) return;
  if (dice_.chance(5)) heads.pop_back();

  const Entry before = *values_of(*with_values);
  const std::optional<std::int64_t> occurred_ms = with_values->occurred_ms;
  CivilDay day = with_values->civil_day;
  Payload payload = EntryRemoved{before.habit, {}, {}};
  switch (dice_.weighted({35, 15, 25, 25})) {
    case 0:
      payload =
          EntryAmended{Entry{before.habit, random_amounts(dice_, before.habit), "", ""}, {}, {}};
      break;
    case 1:
      day = day + static_cast<std::int32_t>(dice_.between(-4, 4));
      payload = EntryAmended{before, {}, {}};
      break;
    case 2: payload = EntryAmended{before, chosen.id, {}}; break;
    default: break;
  }
  Event& event = device.scribe.write_version(chosen.root, heads, day, payload);
  event.day_start_min = day_start_min_;
  event.occurred_ms = occurred_ms;
  if (dice_.chance(15)) date_instant(device, event);
}

}  // namespace soleus::testing
