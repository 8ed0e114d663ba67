#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace soleus {

/// What went wrong, as a number that never changes meaning. @source protocol.md, "Envelope".
enum class Code : std::int32_t {
#define X(name, number) name = number,
#include "core/base/error_codes.def"
#undef X
};

/// The code's name as it stands in a reply, e.g. "invalid_value". @thread any.
std::string_view code_name(Code code);

/// An expected failure. `field` is the request's path of the offending value ("params.water_ml"),
/// empty when no single field is to blame; `detail` is one plain sentence for a person. Neither
/// ever holds symptoms, notes or amounts. @source design.md section 7.
struct Error {
  Code code = Code::internal;
  std::string field;
  std::string detail;

  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

using Status = Result<void>;

inline tl::unexpected<Error> fail(Code code, std::string field, std::string detail) {
  return tl::unexpected<Error>(Error{code, std::move(field), std::move(detail)});
}

inline tl::unexpected<Error> fail(Code code, std::string detail) {
  return fail(code, {}, std::move(detail));
}

}  // namespace soleus

#define SOLEUS_CONCAT_INNER(a, b) a##b
#define SOLEUS_CONCAT(a, b) SOLEUS_CONCAT_INNER(a, b)

/// Returns the error of `expression` from the enclosing function, or goes on.
#define SOLEUS_TRY(expression)                                                  \
  do {                                                                          \
    if (auto soleus_status = (expression); !soleus_status) {                    \
      return tl::unexpected<::soleus::Error>(std::move(soleus_status).error()); \
    }                                                                           \
  } while (false)

/// Declares `declaration` with the value of `expression`, or returns its error.
#define SOLEUS_TRY_ASSIGN(declaration, expression) \
  SOLEUS_TRY_ASSIGN_NAMED(SOLEUS_CONCAT(soleus_result_, __LINE__), declaration, expression)
#define SOLEUS_TRY_ASSIGN_NAMED(name, declaration, expression)       \
  auto name = (expression);                                          \
  if (!name) {                                                       \
    return tl::unexpected<::soleus::Error>(std::move(name).error()); \
  }                                                                  \
  declaration = std::move(*name)
