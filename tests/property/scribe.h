#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/hlc.h"
#include "core/base/ids.h"
#include "core/calendar/civil_day.h"
#include "core/journal/event.h"

// Writes events as one device would have recorded them, without asking the product's rules what is
// allowed: what merges bring in was recorded elsewhere.
namespace soleus::testing {

/// A device with its wall clock, and what it has recorded.
class Scribe {
 public:
  Scribe(std::uint8_t device, std::vector<Event>& journal);

  /// The wall clock of what is recorded next; `day` begins at midnight here.
  Scribe& on(CivilDay day, std::int32_t minute = 12 * 60);
  /// The same from the instant; `today` is what this device takes for the civil day.
  Scribe& at(std::int64_t utc_ms, CivilDay today);
  Scribe& in_zone(std::int32_t offset_s);
  Scribe& told_by(Source source);
  CivilDay today() const { return today_; }
  DeviceId device() const { return device_; }
  std::int32_t offset_s() const { return offset_s_; }
  std::int64_t utc_ms() const;
  /// What is recorded from now on comes after `seen`, even if this clock is behind.
  void has_seen(Hlc seen);

  /// About today. The reference holds until the next event is written.
  Event& write(Payload payload);
  Event& write_for(CivilDay day, Payload payload);
  /// A further version of `root`'s entry that replaces `before`.
  Event& write_version(EventId root, std::vector<EventId> before, CivilDay day, Payload payload);

 private:
  DeviceId device_;
  std::vector<Event>* journal_;
  IdSource ids_;
  Hlc last_{};
  std::int64_t seq_ = 0;
  CivilDay today_;
  std::int32_t minute_ = 0;
  std::optional<std::int64_t> instant_ms_;
  std::int32_t offset_s_ = 0;
  Source source_ = Source::manual;
};

/// The short forms the hand-made journals are written in.
EntryLogged walk(std::int64_t duration_s);
EntryLogged raises(std::int64_t sets, Position position, std::int64_t reps = 15);
EntryLogged strength(std::int64_t sets);
EntryLogged stretch(std::int64_t duration_s);
EntryLogged water(std::int64_t water_ml);
EntryLogged custom(const HabitId& habit, std::int64_t amount);
Schedule schedule_of(ScheduleType type, std::int32_t number = 0);

}  // namespace soleus::testing
