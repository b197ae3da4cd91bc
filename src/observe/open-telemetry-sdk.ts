import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  type SpanExporter,
  type SpanProcessor,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';
import { VERSION } from './version.ts';

export type SamplerSettings = { sampler: string; ratio: number };

/** The name is OTEL_SERVICE_NAME's where that is set; OTEL_RESOURCE_ATTRIBUTES adds what it says. */
export function describeService(): Resource {
  const own = resourceFromAttributes({ 'service.name': 'users-management', 'service.version': VERSION });
  return defaultResource()
    .merge(own)
    .merge(detectResources({ detectors: [envDetector] }));
}

/** By the names of OTEL_TRACES_SAMPLER. Unless told otherwise, whoever sends a trace decides whether it is kept. */
export function createSampler({ sampler, ratio }: SamplerSettings): Sampler {
  const roots: Record<string, () => Sampler> = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(ratio),
  };
  const root = roots[sampler.replace('parentbased_', '')]?.() ?? new AlwaysOnSampler();
  return sampler.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
}

/** Sends spans in batches in the background, and drops what a collector does not take. */
export function createProcessor(onLoss: (error: Error) => void): SpanProcessor {
  const exporter = new OTLPTraceExporter();
  const watched: SpanExporter = {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error) onLoss(result.error);
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush(),
  };
  return new BatchSpanProcessor({ exporter: watched });
}
