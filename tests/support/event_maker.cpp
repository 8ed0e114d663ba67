#include "tests/support/event_maker.h"

#include <algorithm>
#include <utility>

#include "core/calendar/day_start.h"

namespace soleus::testing {

EventMaker::EventMaker(std::uint8_t device) : ids_(device, ~std::uint64_t{device}) {
  device_.value.bytes.fill(device);
}

EventMaker& EventMaker::at(std::int64_t utc_ms) {
  utc_ms_ = utc_ms;
  return *this;
}

EventMaker& EventMaker::in_zone(std::string name, std::int32_t offset_s) {
  zone_ = std::move(name);
  offset_s_ = offset_s;
  return *this;
}

EventMaker& EventMaker::day_starts_at(std::int32_t minute) {
  day_start_min_ = minute;
  return *this;
}

CivilDay EventMaker::today() const { return day_under(utc_ms_, offset_s_, day_start_min_); }

Event EventMaker::event(Payload payload) {
  // What lies further ahead than a clock may lead is not followed (core/base/hlc.h).
  const Hlc last = last_ <= hlc_horizon(utc_ms_) ? last_ : Hlc{};
  last_ = hlc_next(utc_ms_, last);
  Event event;
  event.id = EventId{ids_.next(utc_ms_)};
  event.device = device_;
  event.seq = ++seq_;
  event.hlc = last_;
  event.recorded_ms = utc_ms_;
  event.zone = zone_;
  event.offset_s = offset_s_;
  event.day_start_min = day_start_min_;
  event.civil_day = today();
  event.recorded_day = today();
  event.root = event.id;
  event.request_hash = 0x9e3779b97f4a7c15ULL * static_cast<std::uint64_t>(seq_);
  if (payload.index() == 0) event.occurred_ms = utc_ms_;
  event.payload = std::move(payload);
  return event;
}

Event EventMaker::about(CivilDay day, Payload payload) {
  Event told = event(std::move(payload));
  told.civil_day = day;
  told.occurred_ms.reset();
  return told;
}

Event EventMaker::named(Uuid id, Payload payload) {
  Event told = event(std::move(payload));
  told.id = EventId{id};
  told.root = told.id;
  return told;
}

Event EventMaker::version_of(const Event& before, Payload payload) {
  return moved(before, before.civil_day, std::move(payload));
}

Event EventMaker::moved(const Event& before, CivilDay day, Payload payload) {
  Event version = event(std::move(payload));
  version.civil_day = day;
  version.root = before.root;
  version.supersedes = {before.id};
  return version;
}

EntryLogged drunk(std::int64_t water_ml, std::string note) {
  return {Entry{HabitId{"water"}, WaterAmounts{water_ml, false}, std::move(note), {}}};
}

EntryLogged walked(std::int64_t duration_s) {
  return {Entry{HabitId{"walking"},
                WalkingAmounts{duration_s, Pace::brisk, Terrain::incline, std::nullopt},
                {},
                {}}};
}

EntryLogged raised(std::int64_t sets) {
  return {Entry{HabitId{"calf_raises"}, CalfRaiseAmounts{sets, 15, Position::seated}, {}, {}}};
}

EntryAmended amended(const EntryLogged& values) { return {values.entry, {}, {}}; }

EntryRemoved removed(const EntryLogged& values) { return {values.entry.habit, {}, {}}; }

}  // namespace soleus::testing
