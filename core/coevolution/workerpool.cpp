// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/workerpool.h"

namespace WhiteBox {

WorkerPool::WorkerPool(int threads)
{
    for (int worker = 1; worker < threads; ++worker)
        m_threads.emplace_back([this, worker] { work(worker); });
}

WorkerPool::~WorkerPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_start.notify_all();
    for (auto &thread : m_threads)
        thread.join();
}

void WorkerPool::run(int count, const std::function<void(int, int)> &task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_task = &task;
        m_count = count;
        m_next = 0;
        m_busy = int(m_threads.size());
        ++m_round;
    }
    m_start.notify_all();
    takeTasks(task, count, 0);
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] { return m_busy == 0; });
}

void WorkerPool::takeTasks(const std::function<void(int, int)> &task, int count, int worker)
{
    for (int index = m_next++; index < count; index = m_next++)
        task(index, worker);
}

void WorkerPool::work(int worker)
{
    unsigned seen = 0;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_start.wait(lock, [&] { return m_quit || m_round != seen; });
        if (m_quit)
            return;
        seen = m_round;
        const auto *task = m_task;
        const int count = m_count;
        lock.unlock();
        takeTasks(*task, count, worker);
        lock.lock();
        if (--m_busy == 0)
            m_done.notify_one();
    }
}

} // namespace WhiteBox
