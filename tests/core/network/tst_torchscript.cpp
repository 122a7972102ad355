// SPDX-License-Identifier: GPL-3.0-or-later
// The network's TorchScript export and the built-in engine give the same numbers. Built with WHITEBOX_TRAIN
// only.
#include "core/coevolution/pottsmodel.h"
#include "core/network/predictor.h"
#include "core/network/proteindataset.h"
#include "tests/support/referencenet.h"
#include "tests/support/shareddata.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <torch/script.h>

using namespace WhiteBox;
using namespace WhiteBox::Test;

class TestTorchScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fileIsTheCards();
    void randomInputGivesTheEnginesNumbers();
    void realCouplingsGiveTheEnginesNumbers();

private:
    std::shared_ptr<const Predictor> m_predictor;
    QString m_script;

    double largestDifference(const InputStack &input) const;
};

void TestTorchScript::initTestCase()
{
    const auto predictor = Predictor::loadShipped();
    QVERIFY(predictor.isOk());
    m_predictor = predictor.value();
    const QString name = m_predictor->card().document.value(QLatin1String("torchScriptFile")).toString();
    m_script = QFileInfo(m_predictor->path()).dir().filePath(name);
}

void TestTorchScript::fileIsTheCards()
{
    QFile file(m_script);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(
        QString::fromLatin1(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex()),
        m_predictor->card().document.value(QLatin1String("torchScriptSha256")).toString());
}

/// Over all outputs, in units of the largest of 1 Å and the output.
double TestTorchScript::largestDifference(const InputStack &input) const
{
    const int L = input.length();
    auto x = torch::empty({L, L, kBlock});
    for (int i = 0; i < L; ++i)
        input.gatherRow(i, std::span<float>(x[i].data_ptr<float>(), std::size_t(L) * kBlock));
    torch::NoGradGuard guard;
    auto script = torch::jit::load(QFile::encodeName(m_script).toStdString());
    const auto expected = script.forward({x.permute({2, 0, 1}).contiguous()}).toTensor().contiguous();
    const auto output = m_predictor->network()->forward(input).value();
    double largest = expected.numel() == std::int64_t(output.values().size()) ? 0 : 1e9;
    for (std::size_t n = 0; n < output.values().size() && largest < 1e9; ++n) {
        const double truth = double(expected.data_ptr<float>()[n]);
        largest =
            std::max(largest, std::abs(double(output.values()[n]) - truth) / std::max(1.0, std::abs(truth)));
    }
    return largest;
}

void TestTorchScript::randomInputGivesTheEnginesNumbers()
{
    for (const int length : {1, 7, 23, 60}) {
        const double difference = largestDifference(InputStack::fromDense(length, randomDense(length, 5)));
        QVERIFY2(difference <= 1e-5, qPrintable(QStringLiteral("L %1: %2").arg(length).arg(difference)));
    }
}

void TestTorchScript::realCouplingsGiveTheEnginesNumbers()
{
    WB_SHARED_FILE(table, "data/splits.tsv");
    const auto chains = readDataSet(QFileInfo(table).path(), QStringLiteral("test"));
    QVERIFY(chains.isOk());
    const auto shortest = std::min_element(chains.value().begin(), chains.value().end(),
                                           [](auto &a, auto &b) { return a.length < b.length; });
    const auto alignment = readDataSetAlignment(*shortest);
    QVERIFY(alignment.isOk());
    auto fit = inferCouplings(alignment.value(), {}, {}, {});
    QVERIFY(fit.isOk());
    const auto couplings = std::make_shared<const CouplingTensor>(std::move(fit.value().couplings));
    const double difference = largestDifference(m_predictor->inputFor(couplings));
    QVERIFY2(difference <= 1e-5, qPrintable(QString::number(difference)));
}

QTEST_GUILESS_MAIN(TestTorchScript)
#include "tst_torchscript.moc"
