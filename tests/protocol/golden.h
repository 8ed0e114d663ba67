#pragma once

#include <boost/json/value.hpp>
#include <filesystem>
#include <string>
#include <vector>

namespace soleus::testing {

/// One request and the reply that was promised for it.
struct Step {
  std::string request;  // as it is sent
  std::string today;    // what the op `today` would have been sent at that moment
  std::string reply;    // byte for byte; empty while nothing is promised yet
};

/// A file of tests/protocol/scenarios: requests sent one after the other to a new diary.
struct Scenario {
  std::filesystem::path file;
  std::string title;
  bool without_today = false;  // the replies' copies of `today` are left out of the file
  std::vector<Step> steps;
};

/// All scenarios, by file name.
std::vector<std::filesystem::path> scenario_files();

/// Reads one. @throws std::runtime_error if it is no scenario.
Scenario read_scenario(const std::filesystem::path& file);

/// What a reply's result says about `today`; empty if it says nothing.
std::string today_in(const std::string& reply);
/// The reply without that.
std::string without_today(const std::string& reply);
/// The whole result of a reply.
std::string result_of(const std::string& reply);

/// Writes the steps' replies into the scenario's file as what is promised from now on.
void approve(const Scenario& scenario);

}  // namespace soleus::testing
