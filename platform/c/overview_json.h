#pragma once

#include "core/tracker/overview.h"
#include "platform/c/json_writer.h"

// What a home screen, a day page and a chart show. @source protocol.md, today, day, history.
namespace soleus {

void write(JsonWriter& writer, const WeekStanding& week);
void write(JsonWriter& writer, const HabitStanding& habit);
void write(JsonWriter& writer, const Hold& hold);
void write(JsonWriter& writer, const HistoryBucket& bucket);

/// The fields of an overview in the object that is being written; a day page adds the entries.
void write_fields(JsonWriter& writer, const Overview& overview);
void write_fields(JsonWriter& writer, const DayPage& page);
void write(JsonWriter& writer, const Overview& overview);

}  // namespace soleus
