#ifndef SOLEUS_H
#define SOLEUS_H

/*
 * Soleus, the second-heart habit core: the one header every shell includes. Plain C11.
 *
 * 1. A program opens a diary file, sends requests, reads replies, closes it. Requests and replies
 *    are UTF-8 JSON; the words of both are in the protocol's own document, not here.
 * 2. Every function that can fail returns a soleus_status. A reply buffer always holds one JSON
 *    reply afterwards, error replies included, and is zeroed on entry: release it before you use
 *    it again. There is no "last error" to ask for.
 * 3. Any thread may use a handle; calls on one handle wait for each other. The library starts no
 *    threads, calls nothing back, prints nothing and ends no process. No exception leaves it.
 * 4. What the library hands out, the library frees: soleus_buffer_free() and soleus_close(). Both
 *    accept NULL.
 * 5. Constants keep their numbers for ever. Treat a status you do not know as SOLEUS_INTERNAL.
 * 6. Within one SOLEUS_ABI_VERSION functions, constants and fields of soleus_open_options are only
 *    added. soleus_buf never changes.
 */

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#if defined(SOLEUS_BUILDING)
#define SOLEUS_API __declspec(dllexport)
#else
#define SOLEUS_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define SOLEUS_API __attribute__((visibility("default")))
#else
#define SOLEUS_API
#endif

#ifdef __cplusplus
#define SOLEUS_NOEXCEPT noexcept
extern "C" {
#else
#define SOLEUS_NOEXCEPT
#endif

/* Bumped on any change of this header that is more than a comment. */
#define SOLEUS_ABI_VERSION 1

/* How a call ended: SOLEUS_OK, or the number of the code in the error reply.
 * @since 1 */
typedef int32_t soleus_status;

enum {
  SOLEUS_OK = 0,

  /* The request. */
  SOLEUS_INVALID_JSON = 100,
  SOLEUS_TOO_LARGE = 101,
  SOLEUS_UNKNOWN_OP = 102,
  SOLEUS_MISSING_FIELD = 103,
  SOLEUS_INVALID_VALUE = 104,

  /* The diary. */
  SOLEUS_UNKNOWN_HABIT = 200,
  SOLEUS_UNKNOWN_ENTRY = 201,
  SOLEUS_NOT_LOGGABLE = 202,
  SOLEUS_FUTURE_DAY = 203,
  SOLEUS_CONFLICT = 204,
  SOLEUS_NOT_FOUND = 205,

  /* The handle. */
  SOLEUS_READ_ONLY = 300,
  SOLEUS_CANCELLED = 301,
  SOLEUS_UNSUPPORTED = 302,
  SOLEUS_CLOSED = 303,
  SOLEUS_BUSY = 304,

  /* The file. */
  SOLEUS_FILE_TOO_NEW = 400,
  SOLEUS_FILE_CORRUPT = 401,
  SOLEUS_NOT_A_SOLEUS_FILE = 402,
  SOLEUS_WRONG_KEY = 403,
  SOLEUS_DISK_FULL = 404,
  SOLEUS_IO_ERROR = 405,

  /* Soleus itself: a bug, or no memory left. */
  SOLEUS_INTERNAL = 900
};

/* An open diary. Opaque; not to be dereferenced or computed with.
 * @since 1 */
typedef struct soleus_handle soleus_handle;

/* A reply: `size` bytes of UTF-8 at `data`, and a NUL byte behind them that `size` leaves out.
 * @owns the library; soleus_buffer_free() releases it
 * @since 1 */
typedef struct soleus_buf {
  char* data;
  size_t size;
} soleus_buf;

/* When a logged entry is safe from a power cut. */
enum {
  SOLEUS_SYNCHRONOUS_FULL = 0,  /* before the reply; the default */
  SOLEUS_SYNCHRONOUS_NORMAL = 1 /* soon; a power cut may take the last entries, never the file */
};

/* What soleus_open() is told. Zero the struct, set struct_size to sizeof(soleus_open_options), then
 * set what you need: zero is the default everywhere.
 * @since 1 */
typedef struct soleus_open_options {
  size_t struct_size;
  const char* path;      /* the file, UTF-8, NUL-terminated; made if it does not exist */
  const char* device_id; /* this installation's own UUID as text, or NULL: as in the file */
  int32_t synchronous;   /* SOLEUS_SYNCHRONOUS_FULL or _NORMAL */
  int32_t read_only;     /* not 0: the file must exist and is never written to */
} soleus_open_options;

/* The SOLEUS_ABI_VERSION the library was built with.
 * @thread any
 * @since 1 */
SOLEUS_API int32_t soleus_abi_version(void) SOLEUS_NOEXCEPT;

/* Opens a diary file, or makes a new one.
 * On success `*out` is the handle and `*reply` tells {device, commit, schema, fresh, read_only,
 * backup_due, recovered}; on failure `*out` is NULL and `*reply` tells why.
 * @thread any; the same file may be open more than once
 * @owns the caller gets the handle (soleus_close) and the reply (soleus_buffer_free)
 * @errors invalid_value (an argument or option), unsupported (an option this library is too old
 *   for), not_a_soleus_file, file_too_new, file_corrupt, read_only, busy, disk_full, io_error,
 *   internal
 * @since 1 */
SOLEUS_API soleus_status soleus_open(const soleus_open_options* options, soleus_handle** out,
                                     soleus_buf* reply) SOLEUS_NOEXCEPT;

/* Carries out one request and replies to it.
 * `request` need not be NUL-terminated and is not kept.
 * @units size: bytes, at most 1 MiB
 * @thread any; waits for another call on the same handle
 * @owns the caller gets the reply, whatever the status is (soleus_buffer_free)
 * @errors closed (NULL, or a handle that is closed), and all codes of the protocol. Nothing is
 *   written when the status is not SOLEUS_OK.
 * @since 1 */
SOLEUS_API soleus_status soleus_call(soleus_handle* handle, const char* request, size_t size,
                                     soleus_buf* reply) SOLEUS_NOEXCEPT;

/* Releases a reply and zeroes the struct. NULL, a zeroed struct and a second time are fine.
 * @thread any
 * @since 1 */
SOLEUS_API void soleus_buffer_free(soleus_buf* reply) SOLEUS_NOEXCEPT;

/* The name of a status as it stands in error replies, e.g. "invalid_value"; "ok" for SOLEUS_OK;
 * "internal" for a number it does not know.
 * @thread any
 * @owns the library, for ever
 * @since 1 */
SOLEUS_API const char* soleus_code_name(soleus_status status) SOLEUS_NOEXCEPT;

/* How many handles are open and replies not yet released: zero when all is given back. For tests.
 * @thread any
 * @since 1 */
SOLEUS_API int64_t soleus_live_objects(void) SOLEUS_NOEXCEPT;

/* Closes the diary, after a call that is running has ended. Calls that are waiting, and later ones,
 * are answered with closed. NULL is fine.
 * @thread any
 * @errors closed (it was closed before)
 * @since 1 */
SOLEUS_API soleus_status soleus_close(soleus_handle* handle) SOLEUS_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif /* SOLEUS_H */
