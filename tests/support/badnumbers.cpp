// SPDX-License-Identifier: GPL-3.0-or-later
// Couplings and networks with impossible numbers and shapes, and files that were made to do harm.
#include "core/coevolution/ccmpredfiles.h"
#include "core/network/safetensors.h"
#include "tests/support/badinputtable.h"
#include "tests/support/referencenet.h"
#include "tests/support/testmodel.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <functional>
#include <limits>
#include <sys/stat.h>
#include <unistd.h>

namespace WhiteBox::Test {

namespace {

using namespace Qt::StringLiterals;

QByteArray rawCouplings(int length, const QByteArray &field, const QByteArray &value)
{
    QByteArray text;
    for (int i = 0; i < length; ++i)
        text += (i == 2 ? field : "0.5") + QByteArray("\t0.1").repeated(19) + "\n";
    for (int i = 0; i < length; ++i)
        for (int j = i + 1; j < length; ++j) {
            text += "# " + QByteArray::number(i) + " " + QByteArray::number(j) + "\n";
            for (int a = 0; a < 21; ++a)
                text += (i == 1 && j == 3 && a == 4 ? value : "0.01") + QByteArray("\t0").repeated(20) + "\n";
        }
    return text;
}

/// Of couplings for the network, (441, L, L).
QByteArray npy(const QByteArray &shape, const std::vector<float> &values, const QByteArray &type = "<f4")
{
    QByteArray header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
    header = header.leftJustified(117) + "\n";
    QByteArray text("\x93NUMPY\x01\x00", 8);
    text += char(header.size() & 0xff);
    text += char(header.size() >> 8);
    return text + header +
           QByteArray(reinterpret_cast<const char *>(values.data()), qsizetype(4 * values.size()));
}

QString couplings(BadInputTable &t)
{
    return t.file(u"c.raw"_s, rawCouplings(6, "0.5", "0.02"));
}

void addNotFinite(BadInputTable &t)
{
    t.begin(u"numbers that are none"_s);
    t.refused(u"NaN in a field of raw couplings"_s, {t.file(u"f.raw"_s, rawCouplings(6, "nan", "0"))},
              {u"\"nan\", number 1 of the line"_s}, 3);
    // After six lines of fields: pairs 0 1 … 0 5, 1 2, 1 3, of 22 lines each, and the line of a = 4.
    t.refused(u"NaN in a pair of raw couplings"_s, {t.file(u"p.raw"_s, rawCouplings(6, "0", "NaN"))},
              {u"NaN"_s}, 6 + 6 * 22 + 1 + 5);
    t.refused(u"infinity in raw couplings"_s, {t.file(u"i.raw"_s, rawCouplings(6, "0", "1e999"))},
              {u"1e999"_s}, 6 + 6 * 22 + 1 + 5);
    CouplingTensor tensor(6);
    tensor.stored(0, 1)[22] = std::numeric_limits<float>::quiet_NaN();
    t.refused(u"NaN in msgpack"_s, {t.path(u"n.braw"_s)}, {u"not finite"_s, u"byte"_s});
    t.isWhole = saveBinaryCouplings(t.cases.back().files[0], tensor).isOk() && t.isWhole;
    std::vector<float> values(std::size_t(441) * 36, 0.1F);
    values[36 * 2 + 6 + 4] = std::numeric_limits<float>::infinity();
    t.refused(u"infinity in an array for the network"_s, {t.file(u"a.npy"_s, npy("(441, 6, 6)", values))},
              {u"[2, 1, 4]"_s, u"infinite"_s})
        .isArray = true;
    t.cases.back().mayBeNothing = true; // an array may be looked at, whatever is in it
}

/// A tiny network, changed, with a card that fits it.
QString network(BadInputTable &t, const std::function<void(SafeTensors &)> &change)
{
    const QString path = t.path(u"net"_s);
    const QString folder = QFileInfo(path).path();
    const QString weights = writeTestModel(folder);
    auto tensors = SafeTensors::load(weights);
    if (!tensors.isOk())
        t.isWhole = false;
    else
        change(tensors.value());
    const QByteArray bytes = tensors.isOk() ? tensors.value().serialise() : QByteArray();
    QFile file(weights);
    QFile card(QString(weights).replace(u".safetensors"_s, u".json"_s));
    t.isWhole = card.open(QIODevice::ReadOnly) && t.isWhole;
    QByteArray text = card.readAll();
    card.close();
    const qsizetype hash = text.indexOf("weightsSha256") + qsizetype(sizeof("weightsSha256\": \"")) - 1;
    text.replace(hash, 64, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    t.isWhole = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() &&
                card.open(QIODevice::WriteOnly) && card.write(text) == text.size() && t.isWhole;
    return weights;
}

BadInput &refusedNetwork(BadInputTable &t, const QString &name, const QString &path, const QStringList &says)
{
    BadInput &input = t.refused(name, {couplings(t)}, says);
    input.network = path;
    return input;
}

void addNetworks(BadInputTable &t)
{
    refusedNetwork(t, u"NaN in the weights"_s,
                   network(t,
                           [](SafeTensors &s) {
                               s.tensors[u"conv2.weight"_s].values[7] =
                                   std::numeric_limits<float>::quiet_NaN();
                           }),
                   {u"weight [0, 0, 1, 2] of layer 2 is nan"_s});
    refusedNetwork(t, u"infinity in a bias"_s,
                   network(t,
                           [](SafeTensors &s) {
                               s.tensors[u"conv1.bias"_s].values[2] = std::numeric_limits<float>::infinity();
                           }),
                   {u"bias [2] of layer 1 is inf"_s});

    t.begin(u"a network of another shape"_s);
    refusedNetwork(t, u"layers that do not fit"_s,
                   network(t,
                           [](SafeTensors &s) {
                               auto &layer = s.tensors[u"conv2.weight"_s];
                               layer.shape[1] = 2;
                               layer.values.resize(layer.values.size() / 2);
                           }),
                   {u"layer 2 takes 2 channels, but layer 1 gives 4"_s});
    refusedNetwork(t, u"other inputs"_s,
                   network(t,
                           [](SafeTensors &s) {
                               auto &layer = s.tensors[u"conv1.weight"_s];
                               layer.shape[1] = 400;
                               layer.values.resize(
                                   std::size_t(layer.shape[0] * 400 * layer.shape[2] * layer.shape[3]));
                           }),
                   {u"441"_s, u"400"_s});
    refusedNetwork(t, u"no layers"_s, network(t, [](SafeTensors &s) { s.tensors.clear(); }),
                   {u"it has no layers"_s});
}

QByteArray safetensors(quint64 length, const QByteArray &header)
{
    QByteArray bytes(reinterpret_cast<const char *>(&length), 8);
    return bytes + header;
}

QString withCard(const QString &weights, const QByteArray &card, BadInputTable &t)
{
    QFile file(QString(weights).replace(u".safetensors"_s, u".json"_s));
    t.isWhole = file.open(QIODevice::WriteOnly) && file.write(card) == card.size() && t.isWhole;
    return weights;
}

void addHugeSizes(BadInputTable &t)
{
    t.begin(u"hostile files"_s);
    t.refused(u"NPY that claims petabytes"_s, {t.file(u"h.npy"_s, npy("(441, 30000000, 30000000)", {1, 2}))},
              {u"h.npy"_s})
        .isArray = true;
    t.refused(u"NPY whose size overflows"_s,
              {t.file(u"o.npy"_s, npy("(4294967296, 4294967296, 16)", {1, 2}))}, {u"o.npy"_s})
        .isArray = true;
    t.refused(u"NPY with a header of 4 GiB"_s,
              {t.file(u"v2.npy"_s, QByteArray("\x93NUMPY\x02\x00\xff\xff\xff\xff{", 13))}, {u"v2.npy"_s})
        .isArray = true;
    t.refused(u"HDF5 that is none"_s,
              {t.file(u"j.h5"_s, QByteArray("\x89HDF\r\n\x1a\n", 8) + QByteArray(5000, '\xff'))}, {u"j.h5"_s})
        .isArray = true;
    t.refused(u"HDF5 cut off"_s, {t.file(u"k.h5"_s, QByteArray("\x89HDF\r\n\x1a\n\0\0\0\0\0\x08\x08\0", 16))},
              {u"k.h5"_s})
        .isArray = true;
    t.refused(u"msgpack with four billion columns"_s,
              {t.file(u"b.braw"_s, QByteArray("\x84\xa6"
                                              "format\xa5"
                                              "ccm-1\xa4"
                                              "ncol\xce\xff\xff\xff\xff\xa8"
                                              "x_single\xdd\xff\xff\xff\xff",
                                              38))},
              {u"b.braw"_s});
    t.refused(u"msgpack nested deeply"_s,
              {t.file(u"d.braw"_s, QByteArray("\x84\xa6"
                                              "format\xa5"
                                              "ccm-1\xa4"
                                              "deep",
                                              19) +
                                       QByteArray(1 << 20, '\x91'))},
              {u"msgpack"_s});
    refusedNetwork(t, u"safetensors with a header of terabytes"_s,
                   t.file(u"h.safetensors"_s, safetensors(quint64(1) << 42U, "{}")), {u"h.safetensors"_s});
    refusedNetwork(
        t, u"safetensors with a tensor of petabytes"_s,
        t.file(
            u"t.safetensors"_s,
            safetensors(
                110,
                QByteArray(
                    R"({"conv1.weight":{"dtype":"F32","shape":[9007199254740991,9007199254740991],"data_offsets":[0,9007199254740991]}})")
                    .leftJustified(110))),
        {u"t.safetensors"_s});
    refusedNetwork(t, u"safetensors nested deeply"_s,
                   t.file(u"n.safetensors"_s,
                          safetensors(1 << 20, QByteArray(R"({"a":)") + QByteArray((1 << 20) - 5, '['))),
                   {u"n.safetensors"_s});
    refusedNetwork(t, u"a card nested deeply"_s,
                   withCard(network(t, [](SafeTensors &) {}), QByteArray(1 << 20, '['), t),
                   {u"model1.json"_s});
}

void addNesting(BadInputTable &t)
{
    t.refused(u"mmJSON nested deeply"_s,
              {t.file(u"deep.json"_s, R"({"data_X":{"_atom_site":)" + QByteArray(1 << 20, '['))},
              {u"damaged"_s});
    t.refused(u"mmCIF of opened loops"_s,
              {t.file(u"loops.cif"_s, "data_x\n" + QByteArray("loop_\n").repeated(100000))}, {u"damaged"_s});
    t.refused(u"mmCIF with a text without end"_s,
              {t.file(u"text.cif"_s, "data_x\n_a\n;" + QByteArray("no end\n").repeated(100000))},
              {u"damaged"_s});
    t.asked(u"a hundred thousand gaps and colons"_s,
            {t.file(u"gaps.fa"_s, ">q\n" + QByteArray("-:").repeated(100000) + "\n")}, {u"100000 chains"_s},
            {u"Chain 1"_s})
        .line = 1;
    t.refused(u"a million empty headers"_s, {t.file(u"headers.fa"_s, QByteArray(">\n").repeated(1000000))},
              {u"looks like a database"_s});
}

QString special(BadInputTable &t, const QString &name, const std::function<int(const char *)> &make)
{
    const QString path = t.path(name);
    t.isWhole = make(QFile::encodeName(path).constData()) == 0 && t.isWhole;
    return path;
}

void addPlaces(BadInputTable &t)
{
    t.refused(u"a folder"_s, {special(t, u"folder.fa"_s, [](const char *p) { return ::mkdir(p, 0700); })},
              {u"it is a folder"_s, u"Name a file"_s});
    t.refused(u"a pipe"_s, {special(t, u"pipe.fa"_s, [](const char *p) { return ::mkfifo(p, 0600); })},
              {u"pipe"_s});
    refusedNetwork(t, u"a network that is a pipe"_s,
                   special(t, u"pipe.safetensors"_s, [](const char *p) { return ::mkfifo(p, 0600); }),
                   {u"it is a pipe"_s});
    refusedNetwork(t, u"a network without end"_s, u"/dev/zero"_s, {u"it is a device"_s});
    refusedNetwork(t, u"a network that is a folder"_s,
                   special(t, u"folder.safetensors"_s, [](const char *p) { return ::mkdir(p, 0700); }),
                   {u"folder"_s});
    refusedNetwork(t, u"a network whose card is a pipe"_s,
                   special(t, u"x.safetensors"_s,
                           [](const char *p) {
                               return ::mkfifo(
                                   (std::string(p).substr(0, std::string(p).rfind('/')) + "/x.json").c_str(),
                                   0600);
                           }),
                   {u"x."_s});
    t.refused(u"a link to itself"_s,
              {special(t, u"loop.fa"_s, [](const char *p) { return ::symlink(p, p); })},
              {u"symbolic links"_s, u"Check the name"_s});
    t.refused(u"a link to nothing"_s,
              {special(t, u"gone.fa"_s, [](const char *p) { return ::symlink("/nonexistent/file", p); })},
              {u"No such file"_s});
    t.refused(u"endless zeros"_s, {u"/dev/zero"_s}, {u"device"_s});
    t.refused(u"endless chance"_s,
              {special(t, u"random.fa"_s, [](const char *p) { return ::symlink("/dev/urandom", p); })},
              {u"device"_s});
    t.refused(u"a file that is not there"_s, {t.path(u"missing.fa"_s)}, {u"No such file"_s});
    if (::geteuid() != 0) { // who may read everything cannot be kept from it
        t.refused(u"a file nobody may read"_s, {t.file(u"secret.fa"_s, ">q\nMADKELKFLVV\n")},
                  {u"Permission denied"_s, u"Check who may read it"_s});
        t.isWhole = ::chmod(QFile::encodeName(t.cases.back().files[0]).constData(), 0) == 0 && t.isWhole;
    }
    t.refused(u"a name that is no UTF-8"_s, {special(t, u"latin\uFFFD.fa"_s, [](const char *) { return 0; })},
              {u"its name is not UTF-8"_s, u"Rename"_s});
    const QByteArray rows = badInputProtein().replace(30, 1, "-") + "\n" + badInputProtein() + "\n" +
                            badInputProtein().replace(9, 1, "Y") + "\n";
    for (const QString &name :
         {u"two\nlines.aln"_s, u"\"quoted\" 'name'; $(touch x) `y`.aln"_s, u"-rf.aln"_s, u"%41&amp;<b>.aln"_s,
          u"Ωμέγα 蛋白.aln"_s, QString(u'n').repeated(250) + u".aln"_s})
        t.accepted(u"a file called "_s + name.left(12).simplified(), {t.file(name, rows)},
                   {u"dropped in which the query has a gap"_s});
}

} // namespace

void addBadNumbers(BadInputTable &table)
{
    addNotFinite(table);
    addNetworks(table);
}

void addHostileFiles(BadInputTable &table)
{
    addHugeSizes(table);
    addNesting(table);
    addPlaces(table);
}

} // namespace WhiteBox::Test
