package io.github.realtimekit.webhooks.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Measurements of one client for one piece of work, round by round. */
final class Measured {
  private final List<Double> micros = new ArrayList<>();
  private final List<Double> bytes = new ArrayList<>();

  void add(double micros, double bytes) {
    this.micros.add(micros);
    this.bytes.add(bytes);
  }

  String micros() {
    return "%.2f".formatted(medianMicros());
  }

  String size() {
    return "%,.0f".formatted(medianBytes());
  }

  double medianMicros() {
    return median(micros.stream().mapToDouble(x -> x));
  }

  double medianBytes() {
    return median(bytes.stream().mapToDouble(x -> x));
  }

  /** Ours by the other's, in each round, so that what slows the machine for a while slows both. */
  String times(Measured other) {
    double[] ratios = ratios(other).sorted().toArray();
    return "%.2f (%.2f to %.2f)"
        .formatted(median(DoubleStream.of(ratios)), ratios[0], ratios[ratios.length - 1]);
  }

  String byteTimes(Measured other) {
    return "%.3f".formatted(medianBytes() / other.medianBytes());
  }

  private DoubleStream ratios(Measured other) {
    return IntStream.range(0, micros.size()).mapToDouble(i -> micros.get(i) / other.micros.get(i));
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
