#include "tests/property/scribe.h"

#include <algorithm>
#include <utility>

namespace soleus::testing {

namespace {

Uuid device_uuid(std::uint8_t device) {
  Uuid id;
  id.bytes.fill(device);
  return id;
}

}  // namespace

Scribe::Scribe(std::uint8_t device, std::vector<Event>& journal)
    : device_{device_uuid(device)},
      journal_(&journal),
      ids_(device, std::uint64_t{device} * 7919 + 1) {}

Scribe& Scribe::on(CivilDay day, std::int32_t minute) {
  today_ = day;
  minute_ = minute;
  instant_ms_.reset();
  return *this;
}

Scribe& Scribe::at(std::int64_t utc_ms, CivilDay today) {
  instant_ms_ = utc_ms;
  today_ = today;
  return *this;
}

Scribe& Scribe::in_zone(std::int32_t offset_s) {
  offset_s_ = offset_s;
  return *this;
}

Scribe& Scribe::told_by(Source source) {
  source_ = source;
  return *this;
}

std::int64_t Scribe::utc_ms() const {
  if (instant_ms_) return *instant_ms_;
  const std::int64_t wall_s = std::int64_t{today_.days_since_1970()} * 86'400 + minute_ * 60;
  return (wall_s - offset_s_) * 1000;
}

void Scribe::has_seen(Hlc seen) { last_ = std::max(last_, seen); }

Event& Scribe::write(Payload payload) { return write_for(today_, std::move(payload)); }

Event& Scribe::write_for(CivilDay day, Payload payload) {
  Event event;
  event.id = EventId{ids_.next(utc_ms())};
  event.device = device_;
  event.seq = ++seq_;
  event.hlc = last_ = hlc_next(utc_ms(), last_);
  event.recorded_ms = utc_ms();
  event.zone = "Etc/UTC";
  event.offset_s = offset_s_;
  event.civil_day = day;
  event.recorded_day = today_;
  event.source = source_;
  event.root = event.id;
  event.payload = std::move(payload);
  journal_->push_back(std::move(event));
  return journal_->back();
}

Event& Scribe::write_version(EventId root, std::vector<EventId> before, CivilDay day,
                             Payload payload) {
  Event& event = write_for(day, std::move(payload));
  event.root = root;
  event.supersedes = std::move(before);
  return event;
}

EntryLogged walk(std::int64_t duration_s) {
  WalkingAmounts amounts;
  amounts.duration_s = duration_s;
  return {Entry{HabitId{"walking"}, amounts, "", ""}};
}

EntryLogged raises(std::int64_t sets, Position position, std::int64_t reps) {
  return {Entry{HabitId{"calf_raises"}, CalfRaiseAmounts{sets, reps, position}, "", ""}};
}

EntryLogged strength(std::int64_t sets) {
  StrengthAmounts amounts;
  amounts.exercise = Exercise::standing_calf_raise;
  amounts.sets = sets;
  return {Entry{HabitId{"strength"}, amounts, "", ""}};
}

EntryLogged stretch(std::int64_t duration_s) {
  return {Entry{HabitId{"stretching"}, StretchingAmounts{Stretch::wall, duration_s, {}}, "", ""}};
}

EntryLogged water(std::int64_t water_ml) {
  return {Entry{HabitId{"water"}, WaterAmounts{water_ml, false}, "", ""}};
}

EntryLogged custom(const HabitId& habit, std::int64_t amount) {
  return {Entry{habit, CustomAmounts{amount}, "", ""}};
}

Schedule schedule_of(ScheduleType type, std::int32_t number) {
  Schedule schedule;
  schedule.type = type;
  if (type == ScheduleType::weekly_quota) schedule.quota = number;
  if (type == ScheduleType::every_n_days) schedule.every = number;
  return schedule;
}

}  // namespace soleus::testing
