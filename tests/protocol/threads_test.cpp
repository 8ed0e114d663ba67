// One handle, many threads: calls wait for each other, close waits for the last one.
#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "tests/protocol/diary.h"
#include "tests/support/catch.h"
#include "tests/support/temp_db.h"

using namespace soleus::testing;

namespace {

constexpr int kThreads = 8;
constexpr int kCalls = 25;

template <class Work>
void on_all_threads(const Work& work) {
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) threads.emplace_back([&work, i] { work(i); });
  for (std::thread& thread : threads) thread.join();
}

}  // namespace

TEST_CASE("threads: eight threads on one handle lose nothing", "[protocol][threads]") {
  const TempDb db;
  const Diary diary(db.path());
  std::atomic<int> failed{0};
  on_all_threads([&](int thread) {
    for (int i = 0; i < kCalls; ++i) {
      const std::string id = std::to_string(thread) + "-" + std::to_string(i);
      const bool ok = diary.ask("log.add", R"({"habit":"water","water_ml":1})", id).status == 0 &&
                      diary.ask("today").status == 0 && diary.call("{").status != 0;
      if (!ok) ++failed;
    }
  });
  CHECK(failed == 0);
  CHECK(diary.commits() == kThreads * kCalls);
  CHECK(diary.ask("today").text.find(R"("amount":200)") != std::string::npos);
}

TEST_CASE("threads: closing while others call is answered with closed", "[protocol][threads]") {
  const TempDb db;
  const std::int64_t live = soleus_live_objects();
  const auto diary = std::make_unique<Diary>(db.path());
  std::atomic<int> strange{0};
  std::atomic<int> answered{0};
  on_all_threads([&](int thread) {
    if (thread == 0) {
      while (answered < kThreads) std::this_thread::yield();
      soleus_close(diary->handle());
      return;
    }
    for (int i = 0; i < kCalls; ++i) {
      const soleus_status status =
          diary->ask("log.add", R"({"habit":"water","water_ml":1})").status;
      if (status != SOLEUS_OK && status != SOLEUS_CLOSED) ++strange;
      ++answered;
    }
  });
  CHECK(strange == 0);
  CHECK(soleus_live_objects() == live);
}

TEST_CASE("threads: eight handles on one file wait for each other", "[protocol][threads]") {
  const TempDb db;
  REQUIRE(Diary(db.path()).opening().status == SOLEUS_OK);
  std::atomic<int> failed{0};
  on_all_threads([&](int) {
    const Diary diary(db.path());
    for (int i = 0; i < kCalls; ++i) {
      if (diary.ask("log.add", R"({"habit":"water","water_ml":1})").status != SOLEUS_OK) ++failed;
    }
  });
  CHECK(failed == 0);
  CHECK(Diary(db.path()).ask("today").text.find(R"("amount":200)") != std::string::npos);
}
