// SPDX-License-Identifier: GPL-3.0-or-later
// Private to the two sources that speak to HDF5.
#pragma once

#include <hdf5.h>

#include <utility>

namespace WhiteBox {

/// Attribute of a large dataset: the names of its axes, one a line, as a text of fixed length. HDF5's own
/// DIMENSION_LABELS are read only after a look through the whole file, see hdf5browse.cpp.
inline constexpr const char *kHdf5AxisNames = "axis_names";

/// Owns one HDF5 identifier and knows how to close it.
class Hdf5Handle
{
public:
    using Closer = herr_t (*)(hid_t);

    Hdf5Handle() = default;
    Hdf5Handle(hid_t id, Closer closer)
        : m_id(id)
        , m_closer(closer)
    {}
    Hdf5Handle(Hdf5Handle &&other) noexcept
        : m_id(std::exchange(other.m_id, -1))
        , m_closer(other.m_closer)
    {}
    Hdf5Handle &operator=(Hdf5Handle &&other) noexcept
    {
        std::swap(m_id, other.m_id);
        std::swap(m_closer, other.m_closer);
        return *this;
    }
    ~Hdf5Handle() { close(); }

    bool isValid() const { return m_id >= 0; }
    operator hid_t() const { return m_id; }
    /// False when closing failed: for a file that is a failed write.
    bool close()
    {
        const hid_t id = std::exchange(m_id, -1);
        return id < 0 || m_closer(id) >= 0;
    }

private:
    hid_t m_id = -1;
    Closer m_closer = nullptr;
};

/// Errors are reported through Result: the library prints none. It keeps this setting for each thread.
inline void silenceHdf5()
{
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

} // namespace WhiteBox
