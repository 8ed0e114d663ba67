#include "platform/c/habit_json.h"

#include <boost/json/value.hpp>

namespace soleus {
namespace {

Status read_details(const JsonReader& fields, Schedule& out) {
  switch (out.type) {
    case ScheduleType::weekdays: {
      SOLEUS_TRY_ASSIGN(out.weekdays, fields.required<WeekdaySet>("weekdays"));
      break;
    }
    case ScheduleType::weekly_quota: {
      SOLEUS_TRY_ASSIGN(out.quota, fields.required<std::int32_t>("q"));
      break;
    }
    case ScheduleType::every_n_days: {
      SOLEUS_TRY_ASSIGN(out.every, fields.required<std::int32_t>("n"));
      break;
    }
    case ScheduleType::daily:
    case ScheduleType::weekly_amount:
    case ScheduleType::at_most: break;
  }
  return {};
}

}  // namespace

Status read(const JsonValue& json, Schedule& out) {
  out = {};
  if (json.value.is_string()) {
    SOLEUS_TRY(read(json, out.type));
    return read_details(JsonReader{json.path()}, out);
  }
  JsonReader fields;
  SOLEUS_TRY(read(json, fields));
  SOLEUS_TRY_ASSIGN(out.type, fields.required<ScheduleType>("type"));
  return read_details(fields, out);
}

void write(JsonWriter& writer, const Schedule& schedule) {
  writer.begin_object();
  writer.field("type", schedule.type);
  if (schedule.type == ScheduleType::weekdays) writer.field("weekdays", schedule.weekdays);
  if (schedule.type == ScheduleType::weekly_quota) writer.field("q", schedule.quota);
  if (schedule.type == ScheduleType::every_n_days) writer.field("n", schedule.every);
  writer.end_object();
}

void write(JsonWriter& writer, const Goal& goal) {
  writer.begin_object();
  writer.field("schedule", goal.schedule);
  writer.field("target", goal.target);
  writer.field("from_day", goal.from_day);
  writer.end_object();
}

void write_tag(JsonWriter& writer, Tag tag) {
  if (tag != Tag::none) writer.field("tag", tag);
}

void write(JsonWriter& writer, const HabitInfo& habit) {
  writer.begin_object();
  writer.field("id", habit.id);
  writer.field("title", habit.title);
  writer.field("kind", habit.kind);
  writer.field("unit", habit.unit);
  write_tag(writer, habit.tag);
  writer.field("goal", habit.goal);
  writer.field("next_goal", habit.next);
  writer.field("archived", habit.archived);
  writer.field("built_in", habit.built_in);
  writer.field_unless_empty("group", habit.group);
  writer.field("effort", habit.effort);
  writer.end_object();
}

}  // namespace soleus
