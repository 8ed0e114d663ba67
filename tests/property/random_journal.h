#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/calendar/civil_day.h"
#include "core/journal/event.h"
#include "tests/property/scribe.h"
#include "tests/support/dice.h"

// Journals as several devices of one person might have written them, every kind of event in them,
// in no way tidy: late, moved, amended on one device and removed on the other, recorded in flight.
namespace soleus::testing {

struct RandomJournal {
  std::vector<Event> events;  // in the order in which they were recorded
  CivilDay first;             // the person's first and last day
  CivilDay last;
};

/// The same seed is the same journal.
RandomJournal random_journal(std::uint64_t seed);

/// One person's weeks while they are being written.
class RandomLife {
 public:
  explicit RandomLife(std::uint64_t seed);
  RandomJournal live();

 private:
  struct Device {
    Scribe scribe;
    std::size_t seen = 0;  // how many of events_ it knows from others
    std::int64_t skew_ms = 0;
  };

  // random_journal.cpp
  void live_through(CivilDay day);
  void act(Device& device);
  void set_clocks(Device& device);
  void sync(Device& device);
  bool knows(const Device& device, std::size_t index) const;
  CivilDay wall_day(std::int64_t utc_ms) const;

  // random_entries.cpp
  void log(Device& device);
  void change_entry(Device& device);
  CivilDay day_told_about(const Device& device);
  void date_instant(Device& device, Event& event);

  // random_setup.cpp
  void arrange(Device& device);
  Payload random_arrangement(Device& device);
  void supersede_one(Device& device, Event& event);
  Payload random_goal(CivilDay today);
  Payload random_settings(CivilDay today);
  Payload random_pause(CivilDay today);
  Payload random_rest(CivilDay today);
  Payload random_resume(CivilDay today);
  Payload random_hold(CivilDay today);
  Payload random_hold_end();
  Payload random_tag_change(CivilDay today);
  Payload random_archiving();
  Payload random_answer(CivilDay today);
  Payload random_noise();

  Dice dice_;
  std::vector<Event> events_;
  std::vector<Device> devices_;
  std::vector<HabitId> custom_;
  std::vector<int> arrangement_weights_;  // what this life is rich in
  CivilDay first_;
  std::int32_t days_ = 0;
  std::int64_t now_ms_ = 0;
  std::int32_t offset_s_ = 0;
  std::int32_t day_start_min_ = 0;
  int busy_percent_ = 50;
  int travel_percent_ = 0;
  int arrange_percent_ = 0;
};

}  // namespace soleus::testing
