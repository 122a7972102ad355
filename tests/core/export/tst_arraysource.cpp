// SPDX-License-Identifier: GPL-3.0-or-later
// Arrays read block by block give what the whole holds, wherever they lie.
#include "core/export/arraystatistics.h"
#include "core/export/arrayview.h"
#include "core/export/filearrays.h"
#include "core/export/jobarrays.h"
#include "core/export/npy.h"
#include "core/store/hdf5file.h"
#include "tests/support/referencenet.h"
#include "tests/support/testmodel.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace WhiteBox;

namespace {

/// shape (3, 4, 5), value = 100·x + 10·y + z.
NamedArray digits()
{
    NamedArray array{QStringLiteral("digits"),
                     QStringLiteral("Å"),
                     {{QStringLiteral("x"), 3, 1, {}},
                      {QStringLiteral("y"),
                       4,
                       0,
                       {QStringLiteral("p"), QStringLiteral("q"), QStringLiteral("r"), QStringLiteral("s")}},
                      {QStringLiteral("z"), 5, -2, {}}},
                     {}};
    for (int x = 0; x < 3; ++x)
        for (int y = 0; y < 4; ++y)
            for (int z = 0; z < 5; ++z)
                array.values.push_back(float(100 * x + 10 * y + z));
    return array;
}

/// Of digits(): x 1..2, y 0..1, z 3..4.
const ArrayBlock kBlockOfDigits{{1, 3}, {0, 2}, {3, 5}};
const std::vector<float> kValuesOfBlock{103, 104, 113, 114, 203, 204, 213, 214};

} // namespace

class TestArraySource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocksOfMemoryAreInRowMajorOrder();
    void aStoppedReadIsCancelled();
    void couplingsAreThoseOfTheTensor();
    void windowsAndJacobianAgree();
    void npyIsReadWithItsDescription();
    void otherNumberTypesAreRead();
    void hdf5IsReadWithItsAxes();
    void foreignHdf5HasPlainAxes();
    void whatIsNoArrayIsRefused();
    void shortAxesBecomeTiles();
    void rolesAreSwapped();
    void lockedAxesStay();
    void sliceTextIsNumPys();
    void valuesAreArrangedByRole();
    void statisticsAreThoseOfThePopulation();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
};

void TestArraySource::blocksOfMemoryAreInRowMajorOrder()
{
    const MemoryArray array(digits());
    QCOMPARE(array.read(kBlockOfDigits).value(), kValuesOfBlock);
    QCOMPARE(array.read({{0, 3}, {0, 4}, {0, 5}}).value(), digits().values);
    QVERIFY(array.read({{0, 3}, {2, 2}, {0, 5}}).value().empty());
    const MemoryArray single({QStringLiteral("one"), {}, {}, {7}});
    QCOMPARE(single.read({}).value(), std::vector<float>{7});
}

void TestArraySource::aStoppedReadIsCancelled()
{
    StopSource stop;
    stop.request_stop();
    const auto read = MemoryArray(digits()).read(kBlockOfDigits, stop.get_token());
    QVERIFY(!read.isOk() && read.error().isCancelled());
}

void TestArraySource::couplingsAreThoseOfTheTensor()
{
    JobResult result;
    result.query.residues = "ARNDCQEGHI";
    result.couplings = std::make_shared<const CouplingTensor>(Test::randomCouplings(10, 5));
    const auto array = couplingsArray(result);
    QCOMPARE(array->axes()[0].label(4), QStringLiteral("C5"));
    QCOMPARE(array->axes()[2].label(1), QStringLiteral("Arg"));
    const auto values = array->read({{7, 8}, {2, 4}, {0, 21}, {3, 4}}).value();
    QCOMPARE(values.size(), std::size_t(2 * 21));
    QCOMPARE(values[0], result.couplings->at(7, 2, 0, 3));
    QCOMPARE(values[21 + 20], result.couplings->at(7, 3, 20, 3));
    QCOMPARE(array->read({{4, 5}, {4, 5}, {1, 2}, {1, 2}}).value(), std::vector<float>{0});
}

void TestArraySource::windowsAndJacobianAgree()
{
    const std::string sequence = "ARNDCQEGHILKMFPSTWYV";
    const auto explainer = Test::testExplainer(20).value();
    const auto jacobian = jacobianArray(
        std::make_shared<const Jacobian>(explainer, 3, AttributionMethod::Gradient), sequence, 1);
    const auto window = windowArray(QStringLiteral("gradient"), {},
                                    explainer->explain({12, 3}, 3, AttributionMethod::Gradient));
    QCOMPARE(window->axes()[2].label(0), QStringLiteral("-7"));
    const auto whole = window->read({{0, 21}, {0, 21}, {0, 15}, {0, 15}}).value();
    const auto same = jacobian->read({{12, 13}, {3, 4}, {0, 21}, {0, 21}, {0, 15}, {0, 15}}).value();
    QCOMPARE(whole.size(), same.size());
    int outside = 0;
    for (std::size_t k = 0; k < whole.size(); ++k) {
        QCOMPARE(std::isnan(whole[k]), std::isnan(same[k]));
        outside += std::isnan(whole[k]) ? 1 : 0;
        QVERIFY(std::isnan(whole[k]) || std::abs(whole[k] - same[k]) < 1e-5F);
    }
    QCOMPARE(outside, 441 * 15 * 4); // Δj −7..−4 of residue 4
}

void TestArraySource::npyIsReadWithItsDescription()
{
    QVERIFY(writeArrays(path("digits.npy"), {digits()}, {}).isOk());
    QVERIFY(isArrayFile(path("digits.npy")));
    const auto arrays = openArrays(path("digits.npy"));
    QVERIFY(arrays.isOk());
    QCOMPARE(arrays.value().size(), std::size_t(1));
    const ArraySource &array = *arrays.value().front();
    QCOMPARE(array.unit(), QStringLiteral("Å"));
    QCOMPARE(array.axes()[0].label(0), QStringLiteral("1"));
    QCOMPARE(array.axes()[1].label(2), QStringLiteral("r"));
    QCOMPARE(array.axes()[2].name, QStringLiteral("z"));
    QCOMPARE(array.read(kBlockOfDigits).value(), kValuesOfBlock);
    // A description of another shape names nothing.
    QVERIFY(QFile::remove(path("digits.npy")));
    QVERIFY(writeNpy(path("digits.npy"), std::vector<float>{1, 2, 3}, {3}).isOk());
    QCOMPARE(openArrays(path("digits.npy")).value().front()->axes()[0].name, QStringLiteral("axis 0"));
}

void TestArraySource::otherNumberTypesAreRead()
{
    for (const NpyType type : {NpyType::Float64, NpyType::Float16, NpyType::UInt8}) {
        QVERIFY(writeNpy(path("typed.npy"), digits().values, {3, 4, 5}, type).isOk());
        const auto block = openArrays(path("typed.npy")).value().front()->read({{1, 2}, {0, 2}, {3, 5}});
        QCOMPARE(block.value(), (std::vector<float>{103, 104, 113, 114}));
    }
}

void TestArraySource::hdf5IsReadWithItsAxes()
{
    QVERIFY(writeArrays(path("digits.h5"), {digits()}, {}).isOk());
    QVERIFY(isArrayFile(path("digits.h5")));
    const auto arrays = openArrays(path("digits.h5"));
    QVERIFY2(arrays.isOk(), arrays.isOk() ? "" : qPrintable(arrays.error().text()));
    QCOMPARE(arrays.value().size(), std::size_t(1)); // the axes are no arrays
    const ArraySource &array = *arrays.value().front();
    QCOMPARE(array.name(), QStringLiteral("digits.h5:digits"));
    QCOMPARE(array.unit(), QStringLiteral("Å"));
    QCOMPARE(array.axes()[1].label(2), QStringLiteral("r"));
    QCOMPARE(array.axes()[2].label(0), QStringLiteral("-2"));
    QCOMPARE(array.read(kBlockOfDigits).value(), kValuesOfBlock);
}

void TestArraySource::foreignHdf5HasPlainAxes()
{
    Hdf5Writer writer(path("foreign.h5"));
    writer.write(QStringLiteral("group/counts"), {2, 3}, std::vector<int>{1, 2, 3, 4, 5, 6},
                 {QString(), QString()}); // axes without names
    writer.writeText(QStringLiteral("words"), QStringLiteral("no numbers"));
    QVERIFY(writer.close().isOk());
    const auto arrays = openArrays(path("foreign.h5")).value();
    QCOMPARE(arrays.size(), std::size_t(1));
    QCOMPARE(arrays[0]->name(), QStringLiteral("foreign.h5:group/counts"));
    QCOMPARE(arrays[0]->axes()[1].name, QStringLiteral("axis 1"));
    QCOMPARE(arrays[0]->read({{1, 2}, {0, 2}}).value(), (std::vector<float>{4, 5}));
}

void TestArraySource::whatIsNoArrayIsRefused()
{
    QFile file(path("text.npy"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("\x93NUMPY nothing of the kind") > 0);
    file.close();
    const auto broken = openArrays(path("text.npy"));
    QVERIFY(!broken.isOk());
    QVERIFY(!broken.error().why.isEmpty() && !broken.error().remedy.isEmpty());
    Hdf5Writer writer(path("words.h5"));
    writer.writeText(QStringLiteral("words"), QStringLiteral("no numbers"));
    QVERIFY(writer.close().isOk());
    QCOMPARE(openArrays(path("words.h5")).error().kind, ErrorKind::Unsupported);
    QVERIFY(!isArrayFile(path("absent.npy")));
}

void TestArraySource::shortAxesBecomeTiles()
{
    const auto axes = [](std::initializer_list<int> extents) {
        std::vector<ArrayAxis> made;
        for (const int extent : extents)
            made.push_back({QString::number(made.size()), extent, 0, {}});
        return made;
    };
    const ArrayView window(axes({21, 21, 15, 15}));
    QCOMPARE(window.role(0), AxisRole::TileRow);
    QCOMPARE(window.role(3), AxisRole::Column);
    const ArrayView couplings(axes({87, 87, 21, 21}));
    QCOMPARE(couplings.role(0), AxisRole::Slice);
    QCOMPARE(couplings.role(2), AxisRole::Row);
    const ArrayView line(axes({9}));
    QCOMPARE(line.extent(AxisRole::Row), qint64(1));
    QCOMPARE(line.extent(AxisRole::Column), qint64(9));
}

void TestArraySource::rolesAreSwapped()
{
    ArrayView view(digits().axes);
    QVERIFY(view.isDefault());
    view.setRole(0, AxisRole::Row); // y had it
    QCOMPARE(view.role(0), AxisRole::Row);
    QCOMPARE(view.role(1), AxisRole::Slice);
    QVERIFY(!view.isDefault());
    view.setRole(0, AxisRole::TileRow);
    QVERIFY(!view.axisOf(AxisRole::Row));
    view.reset();
    QVERIFY(view.isDefault());
    QCOMPARE(*view.axisOf(AxisRole::Row), 1);
}

void TestArraySource::lockedAxesStay()
{
    ArrayView view(digits().axes);
    view.setIndex(0, 99);
    QCOMPARE(view.index(0), qint64(2));
    view.setLocked(0, true);
    view.setIndex(0, 1);
    QCOMPARE(view.index(0), qint64(2));
    QVERIFY(!view.isDefault());
}

void TestArraySource::sliceTextIsNumPys()
{
    ArrayView view(digits().axes);
    view.setIndex(0, 2);
    QCOMPARE(view.sliceText(), QStringLiteral("[2, :, :]"));
    QCOMPARE(view.label(2, 0), QStringLiteral("−2"));
    QCOMPARE(view.block(), (ArrayBlock{{2, 3}, {0, 4}, {0, 5}}));
}

void TestArraySource::valuesAreArrangedByRole()
{
    const MemoryArray array(digits());
    ArrayView view(digits().axes);
    view.setRole(0, AxisRole::TileColumn);
    view.setRole(1, AxisRole::Column); // z becomes the row
    QCOMPARE(view.role(2), AxisRole::Row);
    const auto values = view.arranged(array.read(view.block()).value());
    QCOMPARE(values.size(), std::size_t(60));
    // Tile x, row z, column y.
    for (std::size_t x = 0; x < 3; ++x)
        for (std::size_t z = 0; z < 5; ++z)
            for (std::size_t y = 0; y < 4; ++y)
                QCOMPARE(values[(x * 5 + z) * 4 + y], float(100 * x + 10 * y + z));
}

void TestArraySource::statisticsAreThoseOfThePopulation()
{
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const auto of = statisticsOf(std::vector<float>{2, 4, 4, 4, 5, 5, 7, 9, nan, 0});
    QCOMPARE(of.values, qint64(9));
    QCOMPARE(of.missing, qint64(1));
    QCOMPARE(of.least, 0.0);
    QCOMPARE(of.most, 9.0);
    QVERIFY(std::abs(of.mean - 40.0 / 9) < 1e-12);
    // Σx² = 232: 232/9 − (40/9)².
    QVERIFY(std::abs(of.deviation - std::sqrt(232.0 / 9 - 1600.0 / 81)) < 1e-12);
    QVERIFY(std::abs(of.zeroShare - 1.0 / 9) < 1e-12);
    QCOMPARE(of.bins.front(), qint64(1));
    QCOMPARE(of.bins.back(), qint64(1));
    qint64 counted = 0;
    for (const qint64 bin : of.bins)
        counted += bin;
    QCOMPARE(counted, qint64(9));
    QCOMPARE(statisticsOf(std::vector<float>(5, 3.0F)).bins.front(), qint64(5));
    QCOMPARE(statisticsOf({}).values, qint64(0));
}

QTEST_GUILESS_MAIN(TestArraySource)
#include "tst_arraysource.moc"
