#pragma once

#include <optional>

#include "core/base/result.h"
#include "core/journal/entry.h"
#include "core/tracker/log.h"
#include "platform/c/json_reader.h"
#include "platform/c/json_writer.h"

// Entries as they stand in requests and replies. @source protocol.md, log.add.
namespace soleus {

/// What a new entry of the built-in `habit` starts from; absent for a custom habit.
std::optional<Amounts> blank_amounts(const HabitId& habit);

/// Fills blank amounts from a new entry's fields. @errors missing_field, invalid_value.
Status read_amounts(const JsonReader& params, Amounts& amounts);

/// Changes the amounts whose fields are present; null clears what can be absent or unknown.
/// @errors invalid_value: null for an amount the entry cannot do without.
Status change_amounts(const JsonReader& params, Amounts& amounts);

/// The amounts as fields of the object that is being written. `brief`: without those that say
/// what is taken for granted.
void write_amounts(JsonWriter& writer, const Amounts& amounts, bool brief = false);

void write(JsonWriter& writer, const Contribution& contribution);
void write(JsonWriter& writer, const LoggedEntry& entry);

}  // namespace soleus
