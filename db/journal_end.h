#pragma once

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "core/base/hlc.h"
#include "core/base/ids.h"
#include "core/journal/event.h"
#include "db/statement.h"
#include "db/words.h"

namespace soleus::db {

/// Where the journal has got to: this device's newest event and the highest clock reading. Neither
/// has an index of its own, because that would be one more page written with every event. Both
/// stand within kReachMs of the end of the journal or among the strays; a clock that was set back
/// by more leaves the number behind in device.reached_seq. Remembered until another connection
/// writes.
/// @thread not shared. @errors what SQLite reports is thrown.
class JournalEnd {
 public:
  JournalEnd(SQLite::Database& database, Words& words, DeviceId own);

  /// The number of the device's newest event, 0 before the first.
  std::int64_t last_seq();
  /// The highest clock reading that is not past `horizon`; zero if there is none.
  Hlc latest_hlc(Hlc horizon);
  /// The newest `count` events of this device (all, if there are fewer), newest first.
  std::vector<EventId> newest_own(std::size_t count);

  /// Between the first insert of a transaction and its commit: first prepare(), then added() per
  /// event, then settle().
  void prepare() { own(); }
  void added(const Event& event);
  void settle();

  /// After a rollback, or when another connection has written.
  void forget();

 private:
  struct Own {
    std::int64_t last_seq = 0;
    std::optional<std::int64_t> newest_ms;  // time in the newest one's id; absent if it is a stray
    std::optional<std::int64_t> top_ms;     // highest time in the id of one that is no stray
  };
  /// No event has a reading between the two; `next` is past every horizon if there is none.
  struct Clock {
    Hlc best;
    Hlc next{std::numeric_limits<std::int64_t>::max()};
    void see(Hlc reading, Hlc horizon);
  };
  struct Row {
    EventId id;
    std::int64_t id_ms = 0;
    std::int64_t device = 0;
    std::int64_t seq = 0;
    Hlc hlc;
  };

  static Row read(const Statement& select);
  const Own& own();
  Own find_own();
  Clock find_clock(Hlc horizon);

  Words& words_;
  DeviceId device_;
  Statement down_;
  Statement up_;
  Statement stray_clocks_;
  Statement own_strays_;
  Statement reached_;
  Statement reach_;
  std::optional<Own> own_;
  std::optional<Clock> clock_;
};

}  // namespace soleus::db
