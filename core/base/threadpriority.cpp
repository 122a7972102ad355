// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/threadpriority.h"

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace WhiteBox {

void makeBackgroundThread()
{
#ifdef __linux__
    // A thread has a nice value of its own in Linux. Not SCHED_IDLE: a busy machine would never run it.
    constexpr int kNice = 10;
    setpriority(PRIO_PROCESS, id_t(syscall(SYS_gettid)), kNice);
#endif
}

} // namespace WhiteBox
