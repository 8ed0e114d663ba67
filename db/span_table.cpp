#include "db/span_table.h"

#include <cstdint>

namespace soleus::db {

SpanTable::SpanTable(SQLite::Database& database)
    : add_(database, "REPLACE INTO offset_span (hlc, offset_s) VALUES (?, ?)"),
      clear_(database, "DELETE FROM offset_span"),
      all_(database, "SELECT hlc, offset_s FROM offset_span ORDER BY hlc") {}

void SpanTable::add(const OffsetSpan& span) {
  Binding{add_}.integer(span.since.value).integer(span.offset_s);
  add_.run();
}

void SpanTable::clear() { clear_.run(); }

std::vector<OffsetSpan> SpanTable::all() {
  const Use use{all_};
  std::vector<OffsetSpan> spans;
  while (all_.step()) {
    Columns row{all_};
    const Hlc since{row.integer()};
    spans.push_back({since, static_cast<std::int32_t>(row.integer())});
  }
  return spans;
}

}  // namespace soleus::db
