// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/alignedbuffer.h"

#include <new>
#include <sys/mman.h>

namespace WhiteBox {

AlignedBuffer::AlignedBuffer(std::size_t count)
    : m_count(count)
{
    if (count == 0)
        return;
    // Anonymous pages come zeroed and aligned, and cost nothing until they are touched.
    void *memory =
        mmap(nullptr, count * sizeof(float), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        throw std::bad_alloc();
    madvise(memory, count * sizeof(float), MADV_HUGEPAGE);
    m_data = static_cast<float *>(memory);
}

AlignedBuffer::~AlignedBuffer()
{
    if (m_data)
        munmap(m_data, m_count * sizeof(float));
}

} // namespace WhiteBox
