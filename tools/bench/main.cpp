#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "tools/bench/diary.h"
#include "tools/bench/floor.h"
#include "tools/bench/load.h"

// Soleus beside the SQLite it stands on, round by round in one run, so that a noisy machine makes
// both slow. Only the ratios mean something. @source performance.md.
namespace soleus::bench {
namespace {

using Clock = std::chrono::steady_clock;

struct Times {
  std::vector<double> us;

  template <class Work>
  void measure(const Work& work) {
    const auto start = Clock::now();
    work();
    us.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
  }
  double median() {
    std::nth_element(us.begin(), us.begin() + static_cast<std::ptrdiff_t>(us.size() / 2), us.end());
    return us[us.size() / 2];
  }
};

struct Row {
  std::string work;
  int years;
  double floor_us;
  double soleus_us;
};

std::int64_t entries_in(int years) { return years * 365LL * kEntriesPerDay; }

void measure(const std::filesystem::path& folder, int years, bool full, int rounds,
             std::vector<Row>& rows) {
  const std::string name = std::to_string(years) + (full ? "-full" : "-normal");
  Floor floor{(folder / ("floor-" + name)).string(), full};
  Diary diary{(folder / ("soleus-" + name)).string(), full};
  const std::int64_t history = entries_in(years);
  floor.fill(history);
  diary.fill(history);
  Times floor_log, soleus_log, floor_today, soleus_today;
  std::int64_t seen = 0;
  for (std::int64_t n = history; n < history + rounds; ++n) {
    floor_log.measure([&] { floor.log(n); });
    soleus_log.measure([&] { diary.log(n); });
    floor_today.measure([&] { seen += floor.today(n); });
    soleus_today.measure([&] { seen += diary.today(n); });
  }
  if (seen == 0) std::fputs("nothing was read\n", stderr);
  rows.push_back(
      {full ? "log.add, FULL" : "log.add, NORMAL", years, floor_log.median(), soleus_log.median()});
  if (!full) rows.push_back({"today", years, floor_today.median(), soleus_today.median()});
}

void print(const std::vector<Row>& rows, bool json) {
  if (!json)
    std::printf("%-18s %6s %10s %10s %7s\n", "work", "years", "floor us", "soleus us", "ratio");
  for (const Row& row : rows) {
    std::printf(json ? "{\"work\":\"%s\",\"years\":%d,\"floor_us\":%.1f,\"soleus_us\":%.1f,"
                       "\"ratio\":%.2f}\n"
                     : "%-18s %6d %10.1f %10.1f %7.2f\n",
                row.work.c_str(), row.years, row.floor_us, row.soleus_us,
                row.soleus_us / row.floor_us);
  }
}

int run(int argc, char** argv) {
  CLI::App app{"Soleus beside the raw SQLite C interface, alternating, medians."};
  std::vector<int> years = {1, 5};
  int rounds = 400;
  bool json = false;
  std::string folder = ".";
  app.add_option("--years", years, "Lengths of the history")->capture_default_str();
  app.add_option("--rounds", rounds, "Measured entries of each kind")->capture_default_str();
  app.add_option("--folder", folder, "Where to put the files: a real disk, not tmpfs")
      ->capture_default_str();
  app.add_flag("--json", json, "One JSON object a line");
  CLI11_PARSE(app, argc, argv);

  const std::filesystem::path own =
      std::filesystem::path(folder) /
      ("soleus-bench-" + std::to_string(Clock::now().time_since_epoch().count()));
  std::filesystem::create_directory(own);
  std::vector<Row> rows;
  for (const int length : years) {
    measure(own, length, false, rounds, rows);
    measure(own, length, true, rounds / 4, rows);
  }
  std::filesystem::remove_all(own);
  print(rows, json);
  return 0;
}

}  // namespace
}  // namespace soleus::bench

int main(int argc, char** argv) { return soleus::bench::run(argc, argv); }
