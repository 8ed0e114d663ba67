#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Text as a terminal lays it out: columns, not bytes.
namespace soleus_cli {

bool is_valid_utf8(std::string_view text);

/// Columns a terminal needs for `text`, which must be printable().
std::size_t display_width(std::string_view text);

/// `text` with every control character, line ends included, made a space: what a person wrote in a
/// note must not be able to steer the terminal.
std::string printable(std::string_view text);

std::string pad_right(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);

/// `text` in at most `width` columns; what is cut off is replaced by `ellipsis`.
std::string cut(std::string_view text, std::size_t width, std::string_view ellipsis);

/// Lines of at most `width` columns, broken at spaces; only a word longer than that is broken
/// inside.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// As wrap, one text of lines that start `indent` columns in and end by column `width`.
std::string indented(std::string_view text, std::size_t indent, std::size_t width);

/// ASCII letters only, which is all the words of the command line have.
std::string lower(std::string_view text);
std::string trim(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace soleus_cli
