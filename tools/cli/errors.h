#pragma once

#include <exception>
#include <stdexcept>
#include <string>
#include <utility>

namespace soleus_cli {

/// What the person typed cannot be understood, or needs something the system does not have.
/// `what()` is a plain sentence. Ends the program with exit code 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What was asked was understood and is not done. Ends the program with exit code 1.
class Refusal : public std::runtime_error {
 public:
  explicit Refusal(const std::string& sentence) : std::runtime_error(sentence) {}
  /// What the core replied.
  Refusal(const std::string& sentence, std::string code, std::string field, std::string reply)
      : std::runtime_error(sentence),
        code_(std::move(code)),
        field_(std::move(field)),
        reply_(std::move(reply)) {}

  const std::string& code() const { return code_; }
  const std::string& field() const { return field_; }
  const std::string& reply() const { return reply_; }  // empty: the core was not asked

 private:
  std::string code_;
  std::string field_;
  std::string reply_;
};

/// The diary could not be opened. Ends the program with exit code 3.
class CannotOpen : public std::runtime_error {
 public:
  CannotOpen(const std::string& sentence, std::string reply)
      : std::runtime_error(sentence), reply_(std::move(reply)) {}

  const std::string& reply() const { return reply_; }

 private:
  std::string reply_;
};

/// As Refusal, when everything there is to say has been said. Exit code 1.
class Silent : public std::exception {};

}  // namespace soleus_cli
