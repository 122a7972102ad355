// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <utility>

namespace WhiteBox {

/// Zeroed float32 storage for the large tables: starts at a cache line and asks for huge pages, because the
/// kernels read rows of it in an order that is random to the address translation.
class AlignedBuffer
{
public:
    AlignedBuffer() = default;
    /// count floats, all 0. Throws std::bad_alloc: callers check the memory estimate first.
    explicit AlignedBuffer(std::size_t count);
    ~AlignedBuffer();
    AlignedBuffer(AlignedBuffer &&other) noexcept
        : m_data(std::exchange(other.m_data, nullptr))
        , m_count(std::exchange(other.m_count, 0))
    {}
    AlignedBuffer &operator=(AlignedBuffer &&other) noexcept
    {
        swap(other);
        return *this;
    }
    void swap(AlignedBuffer &other) noexcept
    {
        std::swap(m_data, other.m_data);
        std::swap(m_count, other.m_count);
    }

    float *data() { return m_data; }
    const float *data() const { return m_data; }
    std::size_t size() const { return m_count; }
    std::span<float> span() { return {m_data, m_count}; }
    std::span<const float> span() const { return {m_data, m_count}; }

private:
    float *m_data = nullptr;
    std::size_t m_count = 0;
};

} // namespace WhiteBox
