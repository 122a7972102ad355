// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/hdf5readerprivate.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace WhiteBox {

namespace {

// What deflate can make of a byte at most: a bound on sizes that a file may claim.
constexpr double kMostCompression = 1032;

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Hdf5File)
};

/// Only what this program writes: no plug-in is ever loaded for a file.
bool filtersAreKnown(hid_t list)
{
    const int count = H5Pget_nfilters(list);
    for (int k = 0; k < count; ++k) {
        unsigned flags = 0;
        unsigned config = 0;
        size_t values = 0;
        const auto filter = H5Pget_filter2(list, unsigned(k), &flags, &values, nullptr, 0, nullptr, &config);
        if (filter != H5Z_FILTER_DEFLATE && filter != H5Z_FILTER_FLETCHER32 && filter != H5Z_FILTER_SHUFFLE)
            return false;
    }
    return true;
}

/// Bytes of a chunk of values, which the library takes as a whole however few of them are asked for; 0 where
/// there are none.
double chunkBytes(hid_t list, size_t valueSize)
{
    hsize_t sides[H5S_MAX_RANK] = {};
    const int rank = H5Pget_layout(list) == H5D_CHUNKED ? H5Pget_chunk(list, H5S_MAX_RANK, sides) : 0;
    double bytes = rank > 0 ? double(valueSize) : 0;
    for (int k = 0; k < rank; ++k)
        bytes *= double(sides[k]);
    return bytes;
}

/// Product of the sides, as a double: it cannot overflow.
double countOf(const Hdf5Shape &shape)
{
    double count = 1;
    for (const auto side : shape)
        count *= double(side);
    return count;
}

QString shapeText(const Hdf5Shape &shape)
{
    QStringList sides;
    for (const auto side : shape)
        sides << QString::number(side);
    return sides.isEmpty() ? Text::tr("a single value") : sides.join(QStringLiteral(" × "));
}

QStringList splitTexts(const QByteArray &table, size_t width)
{
    QStringList texts;
    for (qsizetype k = 0; k < table.size(); k += qsizetype(width))
        texts << QString::fromUtf8(table.constData() + k, qstrnlen(table.constData() + k, qsizetype(width)));
    return texts;
}

} // namespace

Hdf5Shape hdf5Shape(hid_t space)
{
    const int rank = H5Sget_simple_extent_ndims(space);
    if (rank < 0)
        return {-1};
    std::vector<hsize_t> dims(static_cast<size_t>(rank));
    H5Sget_simple_extent_dims(space, dims.data(), nullptr);
    return {dims.begin(), dims.end()};
}

bool isPlainNumber(hid_t type)
{
    const H5T_class_t kind = H5Tget_class(type);
    const size_t bits = 8 * H5Tget_size(type);
    const H5T_order_t order = H5Tget_order(type);
    if ((kind != H5T_FLOAT && kind != H5T_INTEGER) || bits == 0 || bits > 64 ||
        H5Tget_precision(type) != bits || H5Tget_offset(type) != 0 ||
        (order != H5T_ORDER_LE && order != H5T_ORDER_BE))
        return false;
    size_t sign = 0;
    size_t exponent = 0;
    size_t exponentBits = 0;
    size_t mantissa = 0;
    size_t mantissaBits = 0;
    return kind == H5T_INTEGER ||
           (H5Tget_fields(type, &sign, &exponent, &exponentBits, &mantissa, &mantissaBits) >= 0 &&
            sign < bits && exponent < bits && exponentBits <= bits - exponent && mantissa < bits &&
            mantissaBits <= bits - mantissa);
}

void Hdf5Reader::Private::fail(const QString &why)
{
    if (!ok)
        return;
    ok = false;
    error = Error::parse(
        path, 0, why, Text::tr("The file is damaged or was not made by White Box: compute the job again."));
}

bool Hdf5Reader::Private::isHardLinked(const QString &name) const
{
    QString prefix;
    for (const auto &part : (base + name).split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        prefix += prefix.isEmpty() ? part : QLatin1Char('/') + part;
        H5L_info_t info;
        if (H5Lget_info(file, prefix.toUtf8().constData(), &info, H5P_DEFAULT) < 0 ||
            info.type != H5L_TYPE_HARD)
            return false;
    }
    return true;
}

Hdf5Handle Hdf5Reader::Private::openDataset(const QString &name)
{
    if (!ok)
        return {};
    Hdf5Handle set;
    if (isHardLinked(name))
        set = {H5Dopen2(file, (base + name).toUtf8().constData(), H5P_DEFAULT), H5Dclose};
    if (!set.isValid()) {
        fail(Text::tr("the dataset %1 is missing or unreadable").arg(name));
        return {};
    }
    const Hdf5Handle list(H5Dget_create_plist(set), H5Pclose);
    if (!list.isValid() || H5Pget_layout(list) == H5D_VIRTUAL || H5Pget_external_count(list) != 0 ||
        !filtersAreKnown(list)) {
        fail(Text::tr("the dataset %1 lies outside the file or needs an unknown filter").arg(name));
        return {};
    }
    const Hdf5Handle type(H5Dget_type(set), H5Tclose);
    if (!sizeIsBelievable(set, chunkBytes(list, H5Tget_size(type)))) {
        fail(Text::tr("the dataset %1 claims more values than the file holds").arg(name));
        return {};
    }
    return set;
}

bool Hdf5Reader::Private::sizeIsBelievable(hid_t set, double bytes) const
{
    const auto stored = double(H5Dget_storage_size(set));
    return stored <= double(fileSize) && bytes <= stored * kMostCompression;
}

bool Hdf5Reader::Private::isReadable(const QString &name, const Hdf5Shape &expected, H5T_class_t kind,
                                     size_t size)
{
    const auto set = openDataset(name);
    if (!set.isValid())
        return false;
    const Hdf5Handle space(H5Dget_space(set), H5Sclose);
    const Hdf5Handle type(H5Dget_type(set), H5Tclose);
    const auto found = hdf5Shape(space);
    if (found != expected)
        fail(Text::tr("the dataset %1 has the shape %2, expected was %3")
                 .arg(name, shapeText(found), shapeText(expected)));
    else if (H5Tget_class(type) != kind || !isPlainNumber(type))
        fail(Text::tr("the dataset %1 has values of another type").arg(name));
    else if (!sizeIsBelievable(set, countOf(found) * double(std::min(size, H5Tget_size(type)))))
        fail(Text::tr("the dataset %1 claims more values than the file holds").arg(name));
    return ok;
}

bool Hdf5Reader::Private::read(const QString &name, const Hdf5Shape &expected, H5T_class_t kind, hid_t type,
                               size_t size, void *out)
{
    if (!isReadable(name, expected, kind, size))
        return false;
    if (countOf(expected) == 0)
        return true;
    const auto set = openDataset(name);
    if (H5Dread(set, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, out) < 0)
        fail(Text::tr("the values of %1 are damaged").arg(name));
    return ok;
}

template <class T>
std::vector<T> Hdf5Reader::Private::values(const QString &name, const Hdf5Shape &expected, H5T_class_t kind,
                                           hid_t type)
{
    if (!isReadable(name, expected, kind, sizeof(T)))
        return {};
    std::vector<T> out(size_t(countOf(expected)));
    if (!read(name, expected, kind, type, sizeof(T), out.data()))
        return {};
    return out;
}

Hdf5Reader::Hdf5Reader(const QString &path)
    : d(std::make_unique<Private>())
{
    silenceHdf5();
    H5PLset_loading_state(0);
    d->path = path;
    const QFileInfo info(path);
    d->fileSize = info.size();
    if (!info.isFile() || !info.isReadable()) {
        d->ok = false;
        d->error =
            Error::io(path, Text::tr("The file cannot be opened"),
                      info.exists() ? Text::tr("it is no readable file") : Text::tr("it does not exist"),
                      Text::tr("Check the path and who may read it; a lost result can be computed again."));
        return;
    }
    const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    H5Pset_file_locking(access, false, true);
    H5Pset_fclose_degree(access, H5F_CLOSE_STRONG);
    d->file = {H5Fopen(QFile::encodeName(path).constData(), H5F_ACC_RDONLY, access), H5Fclose};
    if (!d->file.isValid())
        d->fail(Text::tr("it is not an HDF5 file, or its directory is damaged"));
}

Hdf5Reader::~Hdf5Reader() = default;

bool Hdf5Reader::isOk() const
{
    return d->ok;
}

const Error &Hdf5Reader::error() const
{
    return d->error;
}

void Hdf5Reader::fail(const QString &why)
{
    d->fail(why);
}

void Hdf5Reader::enter(const QString &group)
{
    d->base = group.isEmpty() ? QString() : group + QLatin1Char('/');
}

bool Hdf5Reader::has(const QString &path) const
{
    return d->ok && d->isHardLinked(path);
}

Hdf5Shape Hdf5Reader::shape(const QString &path)
{
    const auto set = d->openDataset(path);
    if (!set.isValid())
        return {};
    return hdf5Shape(Hdf5Handle(H5Dget_space(set), H5Sclose));
}

std::vector<float> Hdf5Reader::floats(const QString &path, const Hdf5Shape &expected)
{
    return d->values<float>(path, expected, H5T_FLOAT, H5T_NATIVE_FLOAT);
}

std::vector<double> Hdf5Reader::doubles(const QString &path, const Hdf5Shape &expected)
{
    return d->values<double>(path, expected, H5T_FLOAT, H5T_NATIVE_DOUBLE);
}

std::vector<std::uint8_t> Hdf5Reader::bytes(const QString &path, const Hdf5Shape &expected)
{
    return d->values<std::uint8_t>(path, expected, H5T_INTEGER, H5T_NATIVE_UINT8);
}

std::vector<int> Hdf5Reader::integers(const QString &path, const Hdf5Shape &expected)
{
    return d->values<int>(path, expected, H5T_INTEGER, H5T_NATIVE_INT32);
}

void Hdf5Reader::floatsInto(const QString &path, const Hdf5Shape &expected, std::span<float> out)
{
    Q_ASSERT(double(out.size()) == countOf(expected));
    d->read(path, expected, H5T_FLOAT, H5T_NATIVE_FLOAT, sizeof(float), out.data());
}

QString Hdf5Reader::text(const QString &path)
{
    const auto found = texts(path);
    return found.size() == 1 ? found.first() : QString();
}

QStringList Hdf5Reader::texts(const QString &path)
{
    const auto set = d->openDataset(path);
    if (!set.isValid())
        return {};
    const Hdf5Handle type(H5Dget_type(set), H5Tclose);
    const auto found = hdf5Shape(Hdf5Handle(H5Dget_space(set), H5Sclose));
    if (H5Tget_class(type) != H5T_STRING || H5Tis_variable_str(type) != 0 || found.size() > 1) {
        d->fail(Text::tr("the dataset %1 is no list of texts").arg(path));
        return {};
    }
    const size_t width = H5Tget_size(type);
    const double bytes = countOf(found) * double(width);
    if (bytes == 0)
        return {};
    if (!d->sizeIsBelievable(set, bytes) || bytes > 4e9) {
        d->fail(Text::tr("the dataset %1 claims more values than the file holds").arg(path));
        return {};
    }
    QByteArray table(qsizetype(bytes), '\0');
    if (H5Dread(set, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, table.data()) < 0) {
        d->fail(Text::tr("the values of %1 are damaged").arg(path));
        return {};
    }
    return splitTexts(table, width);
}

QString Hdf5Reader::textAttribute(const QString &object, const QString &name)
{
    if (!d->ok || !d->isHardLinked(object))
        return {};
    const Hdf5Handle attribute(H5Aopen_by_name(d->file, (d->base + object).toUtf8().constData(),
                                               name.toUtf8().constData(), H5P_DEFAULT, H5P_DEFAULT),
                               H5Aclose);
    const Hdf5Handle type(attribute.isValid() ? H5Aget_type(attribute) : -1, H5Tclose);
    const Hdf5Handle space(attribute.isValid() ? H5Aget_space(attribute) : -1, H5Sclose);
    // HDF5 keeps attributes of up to 64 KiB: anything larger is not ours.
    if (!type.isValid() || H5Tget_class(type) != H5T_STRING || H5Tis_variable_str(type) != 0 ||
        H5Tget_size(type) > 65536 || H5Sget_simple_extent_npoints(space) != 1)
        return {};
    QByteArray bytes(qsizetype(H5Tget_size(type)), '\0');
    if (H5Aread(attribute, type, bytes.data()) < 0)
        return {};
    return QString::fromUtf8(bytes.constData(), qstrnlen(bytes.constData(), bytes.size()));
}

double Hdf5Reader::numberAttribute(const QString &object, const QString &name)
{
    if (!d->ok || !d->isHardLinked(object))
        return 0;
    const Hdf5Handle attribute(H5Aopen_by_name(d->file, (d->base + object).toUtf8().constData(),
                                               name.toUtf8().constData(), H5P_DEFAULT, H5P_DEFAULT),
                               H5Aclose);
    const Hdf5Handle type(attribute.isValid() ? H5Aget_type(attribute) : -1, H5Tclose);
    const Hdf5Handle space(attribute.isValid() ? H5Aget_space(attribute) : -1, H5Sclose);
    double value = 0;
    if (!type.isValid() || !space.isValid() || !isPlainNumber(type) ||
        H5Sget_simple_extent_npoints(space) != 1 || H5Aread(attribute, H5T_NATIVE_DOUBLE, &value) < 0)
        return 0;
    return value;
}

} // namespace WhiteBox
