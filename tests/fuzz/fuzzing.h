// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzz targets share: whatever the bytes are, a reader gives a sound value or an error in words.
#pragma once

#include "core/alignment/rawalignment.h"
#include "core/base/result.h"
#include "core/coevolution/couplingtensor.h"

#include <QByteArray>
#include <QString>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <unistd.h>

namespace WhiteBox::Fuzz {

inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
}

/// Bytes as a file, in memory, for as long as the object lives.
class ScratchFile
{
public:
    ScratchFile(const std::uint8_t *data, std::size_t size)
    {
        const int handle = ::mkstemp(m_path);
        if (handle < 0 || ::write(handle, data, size) != ssize_t(size) || ::close(handle) != 0)
            std::abort();
    }
    ~ScratchFile() { ::unlink(m_path); }
    ScratchFile(const ScratchFile &) = delete;
    ScratchFile &operator=(const ScratchFile &) = delete;

    QString path() const { return QString::fromLatin1(m_path); }

private:
    char m_path[32] = "/dev/shm/whitebox-fuzz-XXXXXX";
};

/// Ends the run where the condition does not hold.
inline void require(bool condition)
{
    if (!condition)
        std::abort();
}

template <class T>
void requireWords(const Result<T> &result)
{
    require(result.isOk() || (!result.error().what.isEmpty() && !result.error().text().isEmpty()));
}

/// Rows of one length, of letters and '-'.
inline void requireSound(const Result<RawAlignment> &raw)
{
    requireWords(raw);
    if (!raw.isOk())
        return;
    const RawAlignment &value = raw.value();
    require(value.names.empty() || value.names.size() == value.rows.size());
    for (const std::string &row : value.rows) {
        require(row.size() == value.rows.front().size());
        for (const char c : row)
            require(c == '-' || (c >= 'A' && c <= 'Z') || c == '*' || (c >= '0' && c <= '9'));
    }
}

inline void requireSound(const Result<CouplingTensor> &couplings)
{
    requireWords(couplings);
    if (!couplings.isOk())
        return;
    for (const float w : couplings.value().values())
        require(std::isfinite(w));
    for (const float v : couplings.value().fields())
        require(std::isfinite(v));
}

} // namespace WhiteBox::Fuzz
