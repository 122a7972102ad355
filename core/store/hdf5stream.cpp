// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/hdf5stream.h"

#include "core/base/savefile.h"
#include "core/store/hdf5handle.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <vector>

namespace WhiteBox {

namespace {

constexpr const char *kDone = "slices_done";
constexpr const char *kFingerprint = "fingerprint";

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Hdf5Stream)
};

Error failure(const QString &path)
{
    const QString why =
        errno == 0 ? Text::tr("the HDF5 library refused") : QString::fromLocal8Bit(std::strerror(errno));
    return Error::io(path, Text::tr("The array could not be written"), why,
                     Text::tr("Check the free space and the permissions of the folder."));
}

Hdf5Handle accessList()
{
    Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    H5Pset_libver_bounds(access, H5F_LIBVER_V110, H5F_LIBVER_V110);
    H5Pset_file_locking(access, false, true);
    H5Pset_fclose_degree(access, H5F_CLOSE_STRONG);
    return access;
}

/// IEEE 754 binary16, little-endian, as h5py's float16.
Hdf5Handle halfType()
{
    Hdf5Handle type(H5Tcopy(H5T_IEEE_F32LE), H5Tclose);
    H5Tset_fields(type, 15, 10, 5, 0, 10);
    H5Tset_size(type, 2);
    H5Tset_ebias(type, 15);
    return type;
}

Hdf5Handle valueType(const Hdf5StreamLayout &layout)
{
    return layout.half ? halfType() : Hdf5Handle(H5Tcopy(H5T_IEEE_F32LE), H5Tclose);
}

Hdf5Handle textType(const QByteArray &text)
{
    Hdf5Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
    H5Tset_size(type, size_t(std::max<qsizetype>(1, text.size())));
    H5Tset_cset(type, H5T_CSET_UTF8);
    H5Tset_strpad(type, H5T_STR_NULLPAD);
    return type;
}

bool writeText(hid_t object, const char *name, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const auto type = textType(bytes);
    const Hdf5Handle space(H5Screate(H5S_SCALAR), H5Sclose);
    const Hdf5Handle attribute(H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
    return attribute.isValid() && H5Awrite(attribute, type, bytes.constData()) >= 0;
}

/// The text of an attribute that has `expected`'s length, else nothing.
QByteArray readText(hid_t object, const char *name, const QByteArray &expected)
{
    const Hdf5Handle attribute(H5Aopen(object, name, H5P_DEFAULT), H5Aclose);
    if (!attribute.isValid() || H5Aget_storage_size(attribute) != hsize_t(expected.size()))
        return {};
    QByteArray text(expected.size(), '\0');
    return H5Aread(attribute, textType(expected), text.data()) >= 0 ? text : QByteArray();
}

bool writeAxes(hid_t object, const QStringList &axes)
{
    const Hdf5Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
    H5Tset_size(type, H5T_VARIABLE);
    H5Tset_cset(type, H5T_CSET_UTF8);
    std::vector<QByteArray> bytes;
    std::vector<const char *> pointers;
    for (const QString &axis : axes)
        bytes.push_back(axis.toUtf8());
    for (const QByteArray &axis : bytes)
        pointers.push_back(axis.constData());
    const hsize_t count = pointers.size();
    const Hdf5Handle space(H5Screate_simple(1, &count, nullptr), H5Sclose);
    const Hdf5Handle attribute(H5Acreate2(object, "DIMENSION_LABELS", type, space, H5P_DEFAULT, H5P_DEFAULT),
                               H5Aclose);
    return attribute.isValid() && H5Awrite(attribute, type, pointers.data()) >= 0;
}

std::vector<hsize_t> chunkOf(const Hdf5StreamLayout &layout)
{
    std::vector<hsize_t> chunk(layout.shape.begin(), layout.shape.end());
    std::fill_n(chunk.begin(), layout.leading, hsize_t(1));
    return chunk;
}

Hdf5Handle creation(const Hdf5StreamLayout &layout)
{
    Hdf5Handle list(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
    const auto chunk = chunkOf(layout);
    H5Pset_chunk(list, int(chunk.size()), chunk.data());
    H5Pset_fill_time(list, H5D_FILL_TIME_NEVER);
    if (layout.gzip > 0) {
        H5Pset_shuffle(list);
        H5Pset_deflate(list, unsigned(layout.gzip));
    }
    H5Pset_fletcher32(list);
    return list;
}

} // namespace

std::int64_t Hdf5StreamLayout::slices() const
{
    std::int64_t count = 1;
    for (int d = 0; d < leading; ++d)
        count *= shape[std::size_t(d)];
    return count;
}

std::int64_t Hdf5StreamLayout::sliceSize() const
{
    std::int64_t count = 1;
    for (std::size_t d = std::size_t(leading); d < shape.size(); ++d)
        count *= shape[d];
    return count;
}

struct Hdf5Stream::Private
{
    QString path;
    Hdf5StreamLayout layout;
    Hdf5Handle file;
    Hdf5Handle set;
    Hdf5Handle type;
    std::int64_t done = 0;

    bool writeDone() const
    {
        const Hdf5Handle attribute(H5Aopen(set, kDone, H5P_DEFAULT), H5Aclose);
        return attribute.isValid() && H5Awrite(attribute, H5T_NATIVE_INT64, &done) >= 0;
    }
    bool create();
    bool open();
};

bool Hdf5Stream::Private::create()
{
    clearWorkingName(path);
    file = {H5Fcreate(QFile::encodeName(path).constData(), H5F_ACC_EXCL, H5P_DEFAULT, accessList()),
            H5Fclose};
    if (!file.isValid())
        return false;
    const std::vector<hsize_t> shape(layout.shape.begin(), layout.shape.end());
    const Hdf5Handle space(H5Screate_simple(int(shape.size()), shape.data(), nullptr), H5Sclose);
    type = valueType(layout);
    set = {H5Dcreate2(file, layout.name.toUtf8().constData(), type, space, H5P_DEFAULT, creation(layout),
                      H5P_DEFAULT),
           H5Dclose};
    const Hdf5Handle scalar(H5Screate(H5S_SCALAR), H5Sclose);
    const Hdf5Handle count(H5Acreate2(set, kDone, H5T_STD_I64LE, scalar, H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
    return set.isValid() && count.isValid() && writeDone() && writeAxes(set, layout.axes) &&
           writeText(set, kHdf5AxisNames, layout.axes.join(QLatin1Char('\n'))) &&
           writeText(set, "description", layout.description) &&
           writeText(set, kFingerprint, layout.fingerprint);
}

bool Hdf5Stream::Private::open()
{
    if (QFileInfo(path).isSymLink()) // of somebody who wants another file to be written to
        return false;
    file = {H5Fopen(QFile::encodeName(path).constData(), H5F_ACC_RDWR, accessList()), H5Fclose};
    if (!file.isValid())
        return false;
    set = {H5Dopen2(file, layout.name.toUtf8().constData(), H5P_DEFAULT), H5Dclose};
    const QByteArray fingerprint = layout.fingerprint.toUtf8();
    if (!set.isValid() || readText(set, kFingerprint, fingerprint) != fingerprint)
        return false;
    type = valueType(layout);
    const Hdf5Handle attribute(H5Aopen(set, kDone, H5P_DEFAULT), H5Aclose);
    return attribute.isValid() && H5Aread(attribute, H5T_NATIVE_INT64, &done) >= 0 && done >= 0 &&
           done <= layout.slices();
}

Hdf5Stream::Hdf5Stream(std::unique_ptr<Private> p)
    : d(std::move(p))
{}

Hdf5Stream::~Hdf5Stream() = default;
Hdf5Stream::Hdf5Stream(Hdf5Stream &&) noexcept = default;
Hdf5Stream &Hdf5Stream::operator=(Hdf5Stream &&) noexcept = default;

Result<Hdf5Stream> Hdf5Stream::create(const QString &path, const Hdf5StreamLayout &layout)
{
    silenceHdf5();
    auto p = std::make_unique<Private>();
    p->path = path;
    p->layout = layout;
    errno = 0;
    if (!p->create())
        return failure(path);
    return Hdf5Stream(std::move(p));
}

Result<Hdf5Stream> Hdf5Stream::resume(const QString &path, const Hdf5StreamLayout &layout)
{
    silenceHdf5();
    auto p = std::make_unique<Private>();
    p->path = path;
    p->layout = layout;
    if (!p->open())
        return Error{ErrorKind::Mismatch, Text::tr("The array cannot be gone on with"),
                     Text::tr("the file is damaged or was made from other data"), Text::tr("Begin it anew."),
                     path};
    return Hdf5Stream(std::move(p));
}

std::int64_t Hdf5Stream::done() const
{
    return d->done;
}

Result<void> Hdf5Stream::append(const void *values)
{
    const auto count = chunkOf(d->layout);
    std::vector<hsize_t> start(count.size(), 0);
    std::int64_t rest = d->done;
    for (int dim = d->layout.leading; dim-- > 0; rest /= d->layout.shape[std::size_t(dim)])
        start[std::size_t(dim)] = hsize_t(rest % d->layout.shape[std::size_t(dim)]);
    const Hdf5Handle here(H5Dget_space(d->set), H5Sclose);
    const Hdf5Handle memory(H5Screate_simple(int(count.size()), count.data(), nullptr), H5Sclose);
    errno = 0;
    if (H5Sselect_hyperslab(here, H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr) < 0 ||
        H5Dwrite(d->set, d->type, memory, here, H5P_DEFAULT, values) < 0)
        return failure(d->path);
    ++d->done;
    return {};
}

Result<void> Hdf5Stream::checkpoint()
{
    errno = 0;
    // The values first: the number must never promise more than there is.
    if (H5Fflush(d->file, H5F_SCOPE_GLOBAL) < 0 || !d->writeDone() || H5Fflush(d->file, H5F_SCOPE_GLOBAL) < 0)
        return failure(d->path);
    return {};
}

Result<void> Hdf5Stream::close()
{
    auto noted = checkpoint();
    const bool closed = d->set.close() && d->type.close() && d->file.close();
    if (noted.isOk() && !closed)
        return failure(d->path);
    return noted;
}

} // namespace WhiteBox
