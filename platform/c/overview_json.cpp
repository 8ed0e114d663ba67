#include "platform/c/overview_json.h"

#include <vector>

#include "platform/c/entry_json.h"
#include "platform/c/habit_json.h"

namespace soleus {
namespace {

/// Entries as ready-made parameters of log.add.
void write_quick(JsonWriter& writer, const std::vector<Entry>& quick) {
  writer.key("quick");
  writer.begin_array();
  for (const Entry& entry : quick) {
    writer.begin_object();
    writer.field("habit", entry.habit);
    write_amounts(writer, entry.amounts, true);
    writer.end_object();
  }
  writer.end_array();
}

void write_tags(JsonWriter& writer, TagSet tags) {
  writer.key("tags");
  writer.begin_array();
  for (std::size_t i = 0; i < Names<Tag>::values.size(); ++i) {
    if (const auto tag = static_cast<Tag>(i); tags.has(tag)) writer.put(tag);
  }
  writer.end_array();
}

}  // namespace

void write(JsonWriter& writer, const WeekStanding& week) {
  writer.begin_object();
  writer.field("have", week.have);
  writer.field("need", week.need);
  writer.field("status", week.status);
  writer.end_object();
}

void write(JsonWriter& writer, const HabitStanding& habit) {
  writer.begin_object();
  writer.field("id", habit.id);
  writer.field("title", habit.title);
  writer.field("kind", habit.kind);
  write_tag(writer, habit.tag);
  writer.field("unit", habit.unit);
  writer.field_unless_empty("group", habit.group);
  writer.field("amount", habit.amount);
  writer.field("counted", habit.counted);
  writer.field("entries", habit.entries);
  if (habit.target) {
    writer.field("target", habit.target);
    writer.field("schedule", habit.schedule);
  }
  writer.field("status", habit.status);
  writer.field("week", habit.week);
  writer.field("reduced_until", habit.reduced_until);
  writer.field("next_step", habit.next_step);
  write_quick(writer, habit.quick);
  writer.end_object();
}

void write(JsonWriter& writer, const Hold& hold) {
  writer.begin_object();
  writer.field("id", hold.id);
  write_tags(writer, hold.tags);
  writer.field("level", hold.level);
  writer.field("from", hold.from);
  writer.field("to", hold.to);
  writer.end_object();
}

void write(JsonWriter& writer, const HistoryBucket& bucket) {
  writer.begin_object();
  writer.field("day", bucket.first);
  writer.field("last", bucket.last);
  writer.field("amount", bucket.amount);
  writer.field("target", bucket.target);
  writer.field("status", bucket.status);
  writer.end_object();
}

void write_fields(JsonWriter& writer, const Overview& overview) {
  writer.field("day", overview.day);
  writer.field("expires_utc_ms", overview.expires_utc_ms);
  writer.field("habits", overview.habits);
  writer.field("holds", overview.holds);
  writer.field("hints", overview.hints);
}

void write_fields(JsonWriter& writer, const DayPage& page) {
  write_fields(writer, page.overview);
  writer.field("entries", page.entries);
}

void write(JsonWriter& writer, const Overview& overview) {
  writer.begin_object();
  write_fields(writer, overview);
  writer.end_object();
}

}  // namespace soleus
