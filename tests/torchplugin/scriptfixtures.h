// SPDX-License-Identifier: GPL-3.0-or-later
// TorchScript networks for tests, made when a test runs, and a second way to the gradients of one of them.
#pragma once

#include "core/attribution/foreignnetwork.h"

#include <QString>
#include <QTemporaryDir>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace WhiteBox::Test {

struct ScriptTensor
{
    std::string name;
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

/// Saves a module with these parameters and forward(self, x) of these lines. False on failure.
bool saveScript(const QString &path, const std::vector<ScriptTensor> &tensors, const std::string &body);

/// weightN and biasN of the layers, N from 1.
std::vector<ScriptTensor> tensorsOf(const std::vector<ConvLayer> &layers);
/// "    x = torch.conv2d(x, self.weight2, self.bias2, [1, 1], [3, 3])\n" of layer 2.
std::string convolutionLine(const std::vector<ConvLayer> &layers, int number);
/// The layers with this line between each two, and these lines at the end.
std::string convolutionsBody(const std::vector<ConvLayer> &layers, const std::string &between,
                             const std::string &end = "    return x\n");
bool saveConvolutions(const QString &path, const std::vector<ConvLayer> &layers,
                      const std::string &between = "    x = torch.relu(x)\n");

/// Convolution, batch norm and ReLU, a block that is added to what it was made of, and a last convolution:
/// 441 → 6 → 3, field 9.
bool saveResidual(const QString &path, unsigned seed);
/// Gradient of one output of the same network by all inputs, L×L×441, channels last, from autograd code of
/// its own. outputs: if given, gets C×L×L.
std::vector<float> residualGradient(unsigned seed, const InputStack &input, const OutputQuestion &question,
                                    std::vector<float> *outputs = nullptr);

/// A folder of scripts, and what the plugin makes of them. Ends the test where a script cannot be made.
class ScriptFolder
{
public:
    static QByteArray contentOf(const QString &path);
    static Result<TorchScript> loadBytes(const QByteArray &bytes, const OutputMeaning &meaning = {});

    /// Of a new file.
    QString path();
    Result<TorchScript> tryScript(const std::vector<ScriptTensor> &tensors, const std::string &body,
                                  const OutputMeaning &meaning = {});
    /// These end the test also where the plugin refuses.
    TorchScript load(const QString &path, const OutputMeaning &meaning = {});
    TorchScript script(const std::vector<ScriptTensor> &tensors, const std::string &body,
                       const OutputMeaning &meaning = {});

private:
    QTemporaryDir m_folder;
    int m_count = 0;
};

/// Values L×L×441, normally distributed.
InputStack randomInput(int length, unsigned seed = 5);
float largestOf(const std::vector<float> &values);
/// Huge where the sizes differ or a value is not finite.
template <class X, class Y>
double largestDifference(const X &x, const Y &y)
{
    constexpr double huge = 1e30;
    double largest = x.size() == y.size() ? 0 : huge;
    for (std::size_t n = 0; largest < huge && n < x.size(); ++n) {
        const double difference = std::abs(double(x[n]) - double(y[n]));
        if (!(difference <= largest))
            largest = std::isfinite(difference) ? difference : huge;
    }
    return largest;
}

} // namespace WhiteBox::Test
