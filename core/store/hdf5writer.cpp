// SPDX-License-Identifier: GPL-3.0-or-later
// The file format of HDF5 1.10 with checksums: damage is found when the file is read, not by its
// consequences.
#include "core/base/savefile.h"
#include "core/store/hdf5file.h"
#include "core/store/hdf5handle.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Hdf5File)
};

Hdf5Handle fixedText(qsizetype bytes)
{
    Hdf5Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
    H5Tset_size(type, size_t(std::max<qsizetype>(1, bytes)));
    H5Tset_cset(type, H5T_CSET_UTF8);
    H5Tset_strpad(type, H5T_STR_NULLPAD);
    return type;
}

Hdf5Handle spaceOf(const Hdf5Shape &shape)
{
    if (shape.empty())
        return {H5Screate(H5S_SCALAR), H5Sclose};
    const std::vector<hsize_t> dims(shape.begin(), shape.end());
    return {H5Screate_simple(int(dims.size()), dims.data(), nullptr), H5Sclose};
}

/// About a quarter of a million values a chunk, whole along the last dimensions.
std::vector<hsize_t> chunkOf(const Hdf5Shape &shape)
{
    constexpr hsize_t kMost = 1 << 18;
    std::vector<hsize_t> chunk(shape.begin(), shape.end());
    const auto size = [&] {
        hsize_t product = 1;
        for (const auto side : chunk)
            product *= side;
        return product;
    };
    for (auto &side : chunk)
        while (side > 1 && size() > kMost)
            side = (side + 1) / 2;
    return chunk;
}

Hdf5Handle creation(const Hdf5Shape &shape, bool compress)
{
    Hdf5Handle list(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
    const bool empty = std::find(shape.begin(), shape.end(), 0) != shape.end();
    if (shape.empty() || empty)
        return list;
    const auto chunk = chunkOf(shape);
    H5Pset_chunk(list, int(chunk.size()), chunk.data());
    if (compress)
        H5Pset_deflate(list, 4);
    H5Pset_fletcher32(list);
    return list;
}

} // namespace

struct Hdf5Writer::Private
{
    QString path;
    Hdf5Handle file;
    QString base; ///< group that paths are beneath, with its slash, or empty
    Error error;
    bool ok = true;

    void fail()
    {
        if (!ok)
            return;
        ok = false;
        const int number = errno;
        const QString why = number == 0 ? Text::tr("the HDF5 library refused")
                                        : QString::fromLocal8Bit(std::strerror(number));
        error = Error::io(path, Text::tr("The file could not be written"), why,
                          Text::tr("Check the free space and the permissions of the folder."));
        error.kind = kindOfWriteFailure(number);
    }
    void writeDataset(const QString &name, const Hdf5Shape &shape, hid_t type, const void *data,
                      bool compress);
    void setAttribute(const QString &object, const QString &name, const Hdf5Shape &shape, hid_t type,
                      const void *data);
    void setAxes(const QString &name, const QStringList &axes);
};

void Hdf5Writer::Private::writeDataset(const QString &name, const Hdf5Shape &shape, hid_t type,
                                       const void *data, bool compress)
{
    if (!ok)
        return;
    errno = 0;
    const Hdf5Handle links(H5Pcreate(H5P_LINK_CREATE), H5Pclose);
    H5Pset_create_intermediate_group(links, 1);
    const auto space = spaceOf(shape);
    const auto list = creation(shape, compress);
    const Hdf5Handle set(
        H5Dcreate2(file, (base + name).toUtf8().constData(), type, space, links, list, H5P_DEFAULT),
        H5Dclose);
    if (!set.isValid() || H5Dwrite(set, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, data) < 0)
        fail();
}

void Hdf5Writer::Private::setAttribute(const QString &object, const QString &name, const Hdf5Shape &shape,
                                       hid_t type, const void *data)
{
    if (!ok)
        return;
    errno = 0;
    const auto space = spaceOf(shape);
    const Hdf5Handle attribute(H5Acreate_by_name(file, (base + object).toUtf8().constData(),
                                                 name.toUtf8().constData(), type, space, H5P_DEFAULT,
                                                 H5P_DEFAULT, H5P_DEFAULT),
                               H5Aclose);
    if (!attribute.isValid() || H5Awrite(attribute, type, data) < 0)
        fail();
}

// The attribute that HDF5's dimension scales use: h5py shows it as dataset.dims[k].label.
void Hdf5Writer::Private::setAxes(const QString &name, const QStringList &axes)
{
    const Hdf5Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
    H5Tset_size(type, H5T_VARIABLE);
    H5Tset_cset(type, H5T_CSET_UTF8);
    std::vector<QByteArray> bytes;
    std::vector<const char *> pointers;
    for (const auto &axis : axes)
        bytes.push_back(axis.toUtf8());
    for (const auto &axis : bytes)
        pointers.push_back(axis.constData());
    setAttribute(name, QStringLiteral("DIMENSION_LABELS"), {std::int64_t(pointers.size())}, type,
                 pointers.data());
}

Hdf5Writer::Hdf5Writer(const QString &path)
    : d(std::make_unique<Private>())
{
    silenceHdf5();
    d->path = path;
    const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    H5Pset_libver_bounds(access, H5F_LIBVER_V110, H5F_LIBVER_V110);
    H5Pset_file_locking(access, false, true);
    H5Pset_fclose_degree(access, H5F_CLOSE_STRONG);
    clearWorkingName(path);
    errno = 0;
    d->file = {H5Fcreate(QFile::encodeName(path).constData(), H5F_ACC_EXCL, H5P_DEFAULT, access), H5Fclose};
    if (!d->file.isValid())
        d->fail();
}

Hdf5Writer::~Hdf5Writer() = default;

void Hdf5Writer::write(const QString &path, const Hdf5Shape &shape, std::span<const float> values,
                       const QStringList &axes)
{
    d->writeDataset(path, shape, H5T_NATIVE_FLOAT, values.data(), false);
    d->setAxes(path, axes);
}

void Hdf5Writer::write(const QString &path, const Hdf5Shape &shape, std::span<const double> values,
                       const QStringList &axes)
{
    d->writeDataset(path, shape, H5T_NATIVE_DOUBLE, values.data(), false);
    d->setAxes(path, axes);
}

void Hdf5Writer::write(const QString &path, const Hdf5Shape &shape, std::span<const std::uint8_t> values,
                       const QStringList &axes)
{
    d->writeDataset(path, shape, H5T_NATIVE_UINT8, values.data(), true);
    d->setAxes(path, axes);
}

void Hdf5Writer::write(const QString &path, const Hdf5Shape &shape, std::span<const int> values,
                       const QStringList &axes)
{
    d->writeDataset(path, shape, H5T_NATIVE_INT32, values.data(), false);
    d->setAxes(path, axes);
}

void Hdf5Writer::writeText(const QString &path, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    d->writeDataset(path, {}, fixedText(bytes.size()), bytes.constData(), false);
}

void Hdf5Writer::writeTexts(const QString &path, const QStringList &texts)
{
    QList<QByteArray> encoded;
    qsizetype width = 1;
    for (const auto &text : texts) {
        encoded << text.toUtf8();
        width = std::max(width, encoded.last().size());
    }
    QByteArray table(width * texts.size(), '\0');
    for (qsizetype k = 0; k < encoded.size(); ++k)
        std::copy(encoded[k].begin(), encoded[k].end(), table.begin() + k * width);
    d->writeDataset(path, {texts.size()}, fixedText(width), table.constData(), true);
}

void Hdf5Writer::enter(const QString &group)
{
    d->base = group.isEmpty() ? QString() : group + QLatin1Char('/');
    if (!d->ok || group.isEmpty())
        return;
    errno = 0;
    const Hdf5Handle links(H5Pcreate(H5P_LINK_CREATE), H5Pclose);
    H5Pset_create_intermediate_group(links, 1);
    const Hdf5Handle made(H5Gcreate2(d->file, group.toUtf8().constData(), links, H5P_DEFAULT, H5P_DEFAULT),
                          H5Gclose);
    if (!made.isValid())
        d->fail();
}

void Hdf5Writer::setAttribute(const QString &object, const QString &name, const QString &value)
{
    const QByteArray bytes = value.toUtf8();
    d->setAttribute(object, name, {}, fixedText(bytes.size()), bytes.constData());
}

void Hdf5Writer::setAttribute(const QString &object, const QString &name, double value)
{
    d->setAttribute(object, name, {}, H5T_NATIVE_DOUBLE, &value);
}

void Hdf5Writer::setAttribute(const QString &object, const QString &name, int value)
{
    d->setAttribute(object, name, {}, H5T_NATIVE_INT32, &value);
}

Result<void> Hdf5Writer::close()
{
    errno = 0;
    if (d->ok && H5Fflush(d->file, H5F_SCOPE_GLOBAL) < 0)
        d->fail();
    if (!d->file.close())
        d->fail();
    if (!d->ok)
        return d->error;
    return {};
}

} // namespace WhiteBox
