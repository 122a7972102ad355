// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <sys/resource.h>

namespace WhiteBox::Test {

/// As long as it lives, the process gets so many bytes of address space more than it has: an allocation
/// beyond fails, and with it the test. Without effect under the address sanitizer, which takes what it likes.
class MemoryLimit
{
public:
    explicit MemoryLimit(qint64 bytes)
    {
        getrlimit(RLIMIT_AS, &m_before);
#ifndef __SANITIZE_ADDRESS__
        QFile statm(QStringLiteral("/proc/self/statm"));
        if (!statm.open(QIODevice::ReadOnly))
            return;
        const qint64 pages = statm.readAll().split(' ').value(0).toLongLong();
        rlimit limit = m_before;
        limit.rlim_cur = rlim_t(pages * 4096 + bytes);
        setrlimit(RLIMIT_AS, &limit);
#else
        (void)bytes;
#endif
    }
    ~MemoryLimit()
    {
        setrlimit(RLIMIT_AS, &m_before);
    }
    MemoryLimit(const MemoryLimit &) = delete;
    MemoryLimit &operator=(const MemoryLimit &) = delete;

private:
    rlimit m_before = {};
};

} // namespace WhiteBox::Test
