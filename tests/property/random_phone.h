#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/tracker/arrangements.h"
#include "core/tracker/log.h"
#include "core/tracker/request.h"
#include "tests/property/agreement.h"
#include "tests/property/expectation.h"
#include "tests/support/dice.h"

namespace soleus::testing {

/// A person tapping at random. Checks each answer against the expectation as it goes.
class RandomPhone {
 public:
  /// `alone`: nobody else writes into the diary, so that every answer is known beforehand.
  RandomPhone(Diary& diary, std::uint64_t seed, bool alone);

  /// One command. What went wrong as a sentence, empty if nothing did.
  std::string step();

  std::int64_t now_ms() const { return now_ms_; }
  CivilDay today() const;
  const Expectation& expected() const { return expected_; }
  /// How often each kind of command wrote something.
  const std::map<std::string, int>& done() const { return done_; }

 private:
  // random_phone.cpp
  std::string add();
  std::string amend();
  std::string remove();
  std::string take_back();
  std::string do_again();
  std::string replay(const Request& request, const LogAdd& log, const LogResult& first);
  std::string wrote(const char* what, Expectation::Action action);
  std::string moved(const char* what, const Result<UndoResult>& result,
                    Expectation::Action* expected, bool back);
  std::string refused(const char* what, const Error& error);
  std::optional<EventId> some_entry();
  CivilDay day_of(const LogAdd& log, const Request& request);
  LogAdd random_log(const Request& request);

  // random_arranging.cpp
  std::string arrange();
  Status arrange_habit(const Request& request);
  Status arrange_plan(const Request& request);
  Status arrange_settings(const Request& request);
  std::string delete_one_habit();

  Request next_request();
  bool quiet() const { return diary_.event_count() == events_before_; }

  Diary& diary_;
  Dice dice_;
  bool alone_;
  Expectation expected_;
  std::vector<HabitId> custom_;
  std::map<std::string, int> done_;
  std::int64_t now_ms_;
  std::int32_t offset_s_ = 0;
  std::uint64_t requests_ = 0;
  std::size_t events_before_ = 0;
  std::vector<DayRow> rows_before_;
};

}  // namespace soleus::testing
