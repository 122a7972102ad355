// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Hdf5Reader that looks at files it knows nothing of: what they hold, and blocks of it.
#include "core/store/hdf5readerprivate.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

namespace WhiteBox {

namespace {

constexpr qsizetype kMostDatasets = 1000;
constexpr std::int64_t kMostLabels = 1'000'000;
/// A heap lies anywhere in a file, and all of it must be read to find them. Of larger files only names
/// without heaps are read; Hdf5Stream, which writes such files, gives them those.
constexpr qint64 kLargestSearched = 1'000'000'000;
constexpr std::size_t kLongestNames = 4096; ///< bytes, of all axes

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Hdf5File)
};

herr_t collect(hid_t root, const char *name, const H5O_info_t *info, void *found)
{
    auto *names = static_cast<QStringList *>(found);
    if (info->type != H5O_TYPE_DATASET)
        return 0;
    const Hdf5Handle set(H5Dopen2(root, name, H5P_DEFAULT), H5Dclose);
    const Hdf5Handle type(set.isValid() ? H5Dget_type(set) : -1, H5Tclose);
    if (type.isValid() && isPlainNumber(type))
        names->append(QString::fromUtf8(name));
    return names->size() < kMostDatasets ? 0 : 1;
}

/// A global heap, in which HDF5 keeps texts of variable length. HDF5 1.10 goes round for ever in one whose
/// objects take no room, and beyond its end in one whose objects are too long.
bool heapIsSound(QByteArrayView heap)
{
    constexpr quint64 kHead = 16; // of the heap and of each object
    if (heap.size() < qsizetype(kHead))
        return false;
    const auto total = qFromLittleEndian<quint64>(heap.data() + 8);
    if (total < kHead || total > quint64(heap.size()))
        return false;
    for (quint64 at = kHead; at + kHead <= total;) {
        const auto index = qFromLittleEndian<quint16>(heap.data() + at);
        const auto size = qFromLittleEndian<quint64>(heap.data() + at + 8);
        const quint64 room =
            index == 0 ? size : kHead + (size + 7) / 8 * 8; // 0: free space, its head counted
        if (size > total || room < kHead || room > total - at)
            return false;
        at += room;
    }
    return true;
}

/// Whether all heaps of a file are sound, wherever they lie. Only files whose sizes have 8 bytes, as all
/// writers make them.
bool heapsAreSound(const QString &path)
{
    QFile file(path);
    const qint64 size = file.open(QIODevice::ReadOnly) ? file.size() : 0;
    const uchar *bytes = size > 16 && size <= kLargestSearched ? file.map(0, size) : nullptr;
    if (!bytes)
        return false;
    const QByteArrayView all(bytes, size);
    const qsizetype sizes = uchar(all[8]) < 2 ? 13 : 9; // by the superblock's version
    if (all[sizes] != 8 || all[sizes + 1] != 8)
        return false;
    // With the version: HDF5 takes no other, and numbers that look like it are rare. True heaps lie apart; in
    // those that lie within each other the search would go over the same bytes without end.
    const QByteArrayView mark("GCOL\x01");
    quint64 left = 2 * quint64(size);
    for (qsizetype at = all.indexOf(mark); at >= 0; at = all.indexOf(mark, at + mark.size())) {
        const QByteArrayView heap = all.sliced(at);
        if (!heapIsSound(heap))
            return false;
        const auto gone = qFromLittleEndian<quint64>(heap.data() + 8); // not beyond the file: it is sound
        if (gone > left)
            return false;
        left -= gone;
    }
    return true;
}

/// Texts of variable length, as h5py and Hdf5Writer write axis names.
QStringList variableTexts(hid_t attribute, hid_t type, hid_t space)
{
    std::vector<char *> pointers(std::size_t(H5Sget_simple_extent_npoints(space)), nullptr);
    QStringList texts;
    if (H5Aread(attribute, type, pointers.data()) < 0)
        return texts;
    for (const char *text : pointers)
        texts << QString::fromUtf8(text);
    H5Dvlen_reclaim(type, space, H5P_DEFAULT, pointers.data());
    return texts;
}

/// The names as a text of fixed length, one a line, which no heap holds; or nothing.
QStringList fixedTexts(hid_t set)
{
    if (H5Aexists(set, kHdf5AxisNames) <= 0)
        return {};
    const Hdf5Handle attribute(H5Aopen(set, kHdf5AxisNames, H5P_DEFAULT), H5Aclose);
    const Hdf5Handle type(attribute.isValid() ? H5Aget_type(attribute) : -1, H5Tclose);
    const Hdf5Handle space(attribute.isValid() ? H5Aget_space(attribute) : -1, H5Sclose);
    if (!type.isValid() || !space.isValid() || H5Tget_class(type) != H5T_STRING ||
        H5Tis_variable_str(type) != 0 || H5Tget_size(type) > kLongestNames ||
        H5Sget_simple_extent_npoints(space) != 1)
        return {};
    QByteArray text(qsizetype(H5Tget_size(type)), '\0');
    if (H5Aread(attribute, type, text.data()) < 0)
        return {};
    return QString::fromUtf8(text.constData(), qsizetype(qstrnlen(text.constData(), size_t(text.size()))))
        .split(QLatin1Char('\n'));
}

} // namespace

QStringList Hdf5Reader::numericDatasets()
{
    QStringList names;
    if (d->ok && H5Ovisit2(d->file, H5_INDEX_NAME, H5_ITER_INC, collect, &names, H5O_INFO_BASIC) < 0)
        d->fail(Text::tr("its directory is damaged"));
    return names;
}

std::vector<float> Hdf5Reader::slab(const QString &path, const Hdf5Shape &first, const Hdf5Shape &count)
{
    const auto set = d->openDataset(path);
    if (!set.isValid())
        return {};
    const Hdf5Handle type(H5Dget_type(set), H5Tclose);
    const Hdf5Handle space(H5Dget_space(set), H5Sclose);
    const Hdf5Shape extents = hdf5Shape(space);
    bool inside = isPlainNumber(type) && extents.size() == first.size() && first.size() == count.size();
    std::size_t values = 1;
    for (std::size_t k = 0; inside && k < extents.size(); ++k) {
        inside = first[k] >= 0 && count[k] >= 0 && first[k] + count[k] <= extents[k];
        values *= std::size_t(count[k]);
    }
    if (!inside) {
        d->fail(Text::tr("the dataset %1 is no array that holds this block").arg(path));
        return {};
    }
    std::vector<float> out(values);
    if (values == 0)
        return out;
    const std::vector<hsize_t> from(first.begin(), first.end());
    const std::vector<hsize_t> sizes(count.begin(), count.end());
    const Hdf5Handle memory(H5Screate_simple(int(sizes.size()), sizes.data(), nullptr), H5Sclose);
    if ((!from.empty() &&
         H5Sselect_hyperslab(space, H5S_SELECT_SET, from.data(), nullptr, sizes.data(), nullptr) < 0) ||
        H5Dread(set, H5T_NATIVE_FLOAT, from.empty() ? H5S_ALL : hid_t(memory),
                from.empty() ? H5S_ALL : hid_t(space), H5P_DEFAULT, out.data()) < 0) {
        d->fail(Text::tr("the values of %1 are damaged").arg(path));
        return {};
    }
    return out;
}

QStringList Hdf5Reader::axisNames(const QString &path)
{
    const auto set = d->openDataset(path);
    if (!set.isValid())
        return {};
    if (const QStringList names = fixedTexts(set); !names.isEmpty())
        return names;
    if (H5Aexists(set, "DIMENSION_LABELS") <= 0)
        return {};
    const Hdf5Handle attribute(H5Aopen(set, "DIMENSION_LABELS", H5P_DEFAULT), H5Aclose);
    const Hdf5Handle type(attribute.isValid() ? H5Aget_type(attribute) : -1, H5Tclose);
    const Hdf5Handle space(attribute.isValid() ? H5Aget_space(attribute) : -1, H5Sclose);
    const hssize_t count = space.isValid() ? H5Sget_simple_extent_npoints(space) : -1;
    if (!type.isValid() || H5Tget_class(type) != H5T_STRING || H5Tis_variable_str(type) <= 0 || count < 0 ||
        count > H5S_MAX_RANK) // a dataset has no more axes
        return {};
    if (!d->heapsAreSound)
        d->heapsAreSound = heapsAreSound(d->path);
    if (!*d->heapsAreSound)
        return {};
    return variableTexts(attribute, type, space);
}

QStringList Hdf5Reader::labels(const QString &path)
{
    if (!has(path))
        return {};
    const auto set = d->openDataset(path);
    const Hdf5Handle type(set.isValid() ? H5Dget_type(set) : -1, H5Tclose);
    const Hdf5Handle space(set.isValid() ? H5Dget_space(set) : -1, H5Sclose);
    const Hdf5Shape extents = space.isValid() ? hdf5Shape(space) : Hdf5Shape();
    if (extents.size() != 1 || extents[0] > kMostLabels)
        return {};
    if (H5Tget_class(type) == H5T_STRING && H5Tis_variable_str(type) == 0)
        return texts(path);
    QStringList numbers;
    if (isPlainNumber(type))
        for (const float number : slab(path, {0}, extents))
            numbers << QString::number(double(number));
    return numbers;
}

} // namespace WhiteBox
