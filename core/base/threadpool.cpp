// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/threadpool.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace WhiteBox {

struct ThreadPool::Private
{
    std::mutex mutex;
    std::condition_variable wake;
    std::condition_variable finished;
    std::uint64_t round = 0; // rises by one with each run()
    int busy = 0;            // helpers that have not finished this round
    bool quit = false;
    const std::function<void(int, int)> *task = nullptr;
    int count = 0;
    std::atomic<int> next{0};
    std::vector<std::thread> helpers;

    void work(int worker)
    {
        for (int index = next.fetch_add(1); index < count; index = next.fetch_add(1))
            (*task)(index, worker);
    }

    void help(int worker)
    {
        std::uint64_t seen = 0;
        std::unique_lock lock(mutex);
        for (;;) {
            wake.wait(lock, [&] { return quit || round != seen; });
            if (quit)
                return;
            seen = round;
            lock.unlock();
            work(worker);
            lock.lock();
            if (--busy == 0)
                finished.notify_one();
        }
    }
};

ThreadPool::ThreadPool(int threads)
    : d(std::make_unique<Private>())
{
    for (int worker = 1; worker < threads; ++worker)
        d->helpers.emplace_back([p = d.get(), worker] { p->help(worker); });
}

ThreadPool::~ThreadPool()
{
    {
        const std::lock_guard lock(d->mutex);
        d->quit = true;
    }
    d->wake.notify_all();
    for (std::thread &helper : d->helpers)
        helper.join();
}

int ThreadPool::threads() const
{
    return int(d->helpers.size()) + 1;
}

void ThreadPool::run(int count, const std::function<void(int, int)> &task)
{
    {
        const std::lock_guard lock(d->mutex);
        d->task = &task;
        d->count = count;
        d->next = 0;
        d->busy = int(d->helpers.size());
        ++d->round;
    }
    d->wake.notify_all();
    d->work(0);
    std::unique_lock lock(d->mutex);
    d->finished.wait(lock, [this] { return d->busy == 0; });
    d->task = nullptr;
}

} // namespace WhiteBox
