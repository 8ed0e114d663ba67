#pragma once

#include "core/base/result.h"
#include "core/habits/setup.h"
#include "core/journal/entry.h"

namespace soleus {

/// The longest note. @units UTF-8 characters. @source protocol.md, log.add.
constexpr std::size_t kMaxNoteCharacters = 4000;

/// Whether `entry` may be logged for `habit`.
/// @errors invalid_value: an amount outside the range of game-rules.md section 1 (the range is in
/// the text), a note or source_id too long; missing_field: strength with neither sets nor
/// duration; not_loggable: a derived habit.
Status check_entry(const Habit& habit, const Entry& entry);

}  // namespace soleus
