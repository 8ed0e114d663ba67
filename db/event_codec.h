#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/journal/event.h"

// What an event tells, as canonical JSON: keys in alphabetical order, no spaces, what is absent
// left out, enumerations by name, days as ISO dates, ids as text. Equal payloads are equal bytes.
namespace soleus::db {

/// The schema this version writes; events of a higher one are kept as they are.
constexpr std::int32_t kPayloadSchema = 1;

/// The place of a type name among Payload's alternatives; absent if this version does not know it.
std::optional<std::size_t> payload_index(std::string_view type);

std::int32_t schema_of(const Payload& payload);

/// Appends the payload's JSON to `out`. @errors internal: text that is not UTF-8, or amounts that
/// are not those of the entry's habit; neither passes the waist.
Status encode_payload(const Payload& payload, std::string& out);

/// Reads into `payload` what encode_payload wrote for the alternative `index`, and nothing else.
/// @errors file_corrupt.
Status decode_payload(std::size_t index, std::string_view json, Payload& payload);

}  // namespace soleus::db
