// Every allocation of a call is made to fail in turn: the host gets a reply, the diary stays whole.
#include <cstdint>
#include <cstdlib>
#include <new>
#include <string>

#include "tests/protocol/diary.h"
#include "tests/support/catch.h"
#include "tests/support/temp_db.h"

using namespace soleus::testing;

namespace {

/// How many more allocations of this thread succeed; negative: all of them.
thread_local std::int64_t allowed = -1;

/// While it lives, the allocation after the first `count` fails, once.
class Scarcity {
 public:
  explicit Scarcity(std::int64_t count) { allowed = count; }
  ~Scarcity() { allowed = -1; }
  Scarcity(const Scarcity&) = delete;
  Scarcity& operator=(const Scarcity&) = delete;

  bool struck() const { return allowed < 0; }
};

void* allocate(std::size_t size) {
  if (allowed == 0) {
    allowed = -1;
    return nullptr;
  }
  if (allowed > 0) --allowed;
  return std::malloc(size == 0 ? 1 : size);
}

}  // namespace

// The library has the program's allocator, as it has a phone's. All forms together, or a checking
// allocator would see memory of its own given back to this one.
void* operator new(std::size_t size) {
  if (void* memory = allocate(size)) return memory;
  throw std::bad_alloc();
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

namespace {

/// Makes one allocation after the other fail in what `work` does, until none is left to fail.
/// `work` gets the number of the round and tells how the call ended.
template <class Work>
int fail_each_in_turn(const Work& work) {
  int rounds = 0;
  for (;; ++rounds) {
    Scarcity scarcity(rounds);
    const soleus_status status = work(rounds);
    if (!scarcity.struck()) {
      CHECK(status == SOLEUS_OK);
      return rounds;
    }
    allowed = -1;
    CHECK((status == SOLEUS_OK || status == SOLEUS_INTERNAL));
  }
}

/// A call that allocates nothing itself, so that what fails is the library's.
soleus_status bare_call(const Diary& diary, const std::string& request) {
  soleus_buf reply;
  const soleus_status status = soleus_call(diary.handle(), request.data(), request.size(), &reply);
  if (reply.data == nullptr) return SOLEUS_IO_ERROR;  // the promise that is broken
  soleus_buffer_free(&reply);
  return status;
}

std::string request_for(const std::string& op, const std::string& params, const std::string& id) {
  return R"({"v":1,"op":")" + op + R"(","id":")" + id + R"(","at":)" + std::string{kAt} +
         R"(,"params":)" + params + "}";
}

/// A day of its own for each round, so that no round has more to read than the one before.
std::string day_of(int round) {
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(2010 + round / 336) + "-" + two(1 + round / 28 % 12) + "-" +
         two(1 + round % 28);
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("memory: a write that runs out of memory is done or not done, and says which",
          "[protocol][memory]") {
  const TempDb db;
  const Diary diary(db.path());
  std::size_t logged = 0;
  const int rounds = fail_each_in_turn([&](int round) {
    const std::int64_t left = allowed;
    allowed = -1;
    const std::string request =
        request_for("log.add", R"({"habit":"water","water_ml":1,"day":")" + day_of(round) + "\"}",
                    "entry " + std::to_string(round));
    allowed = left;
    const soleus_status status = bare_call(diary, request);
    if (status == SOLEUS_OK) ++logged;
    return status;
  });
  CHECK(rounds > 30);
  CHECK(count(diary.ask("log.list", R"({"from":"2010-01-01","to":"2019-12-31"})").text,
              R"("recorded_utc_ms")") == logged);
}

TEST_CASE("memory: a read that runs out of memory leaves the diary usable", "[protocol][memory]") {
  const TempDb db;
  const Diary diary(db.path());
  REQUIRE(diary.ask("log.add", R"({"habit":"water","water_ml":300})").status == SOLEUS_OK);
  const std::string today = diary.ask("today").text;
  const std::string request = request_for("today", "{}", "x");
  const int rounds = fail_each_in_turn([&](int) { return bare_call(diary, request); });
  CHECK(rounds > 20);
  CHECK(diary.ask("today").text == today);
}

TEST_CASE("memory: opening a file that runs out of memory gives no handle away",
          "[protocol][memory]") {
  const std::int64_t live = soleus_live_objects();
  const TempDb db;
  const std::string path = db.path();
  soleus_open_options options{};
  options.struct_size = sizeof(options);
  options.path = path.c_str();
  fail_each_in_turn([&](int) {
    soleus_handle* handle = nullptr;
    soleus_buf reply;
    const soleus_status status = soleus_open(&options, &handle, &reply);
    soleus_buffer_free(&reply);
    soleus_close(handle);
    return status;
  });
  CHECK(soleus_live_objects() == live);
}
