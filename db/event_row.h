#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/hlc.h"
#include "core/base/result.h"
#include "core/journal/event.h"
#include "db/statement.h"
#include "db/words.h"

// One row of table event: an event in as few bytes as its meaning needs, with a checksum.
namespace soleus::db {

/// All columns in the order read_event expects and bind_event gives.
inline const std::string kEventColumns =
    "id, type, device, seq, recorded_after_ms, clock_lead, occurred_after_ms, zone, offset_s, "
    "occurred_offset_s, day_start_min, civil_day, recorded_day, source, root, supersedes, "
    "request_hash, source_key, schema, payload, erased, stray, checksum";
constexpr int kEventColumnCount = 23;

/// The clock reading a row stands for.
Hlc clock_of(EventId id, std::int64_t recorded_after_ms, std::int64_t clock_lead);

/// What a row says beside its event.
struct RowContent {
  std::string_view type;
  std::string_view payload;
  std::int32_t schema = 1;
  bool erased = false;
  bool stray = false;
};

/// The checksum of a row, over what it means rather than how it is stored: the same on every
/// device, however words are numbered there.
std::int32_t row_checksum(const Event& event, const RowContent& content);

/// What find_source looks for: a hash of who told the entry and under which id of theirs.
std::int64_t source_key(Source source, std::string_view source_id);

/// The texts and blobs bound to a statement, which must outlive its run.
struct RowBuffers {
  std::string payload;
  std::string supersedes;
};

/// Binds a new row. Gives out numbers for new words, so it needs a write transaction.
/// @errors internal: see encode_payload.
Status bind_event(Statement& insert, Words& words, const Event& event, RowBuffers& buffers);

/// Reads the present row into `event`, a new one. @errors file_corrupt: the checksum does not
/// match, or the row cannot be read.
Status read_event(const Statement& select, Words& words, Event& event);

}  // namespace soleus::db
