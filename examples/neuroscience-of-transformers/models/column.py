"""A laminar column of spiking neurons, in the style of NEST.

Eight populations, two a layer, with the names that the microcircuit of Potjans and Diesmann (2014) gives them. Only
what the files of this example know of that model is set here, and where it is from is said beside it. The model's whole
table of connections is not repeated: take it from its reference implementation before simulating anything. What is not
known here is left out, so that `build` makes a column with four of its pathways and no more.

The four pathways stand for ends of claims in `hypothesis.lamina` and `claims/`. The model has no layer 1: no claim about
feedback to layer 1 can point at it.
"""

from __future__ import annotations

import math

#: Two populations in each of four layers, superficial to deep. E is excitatory, I inhibitory.
POPULATIONS = ["L23E", "L23I", "L4E", "L4I", "L5E", "L5I", "L6E", "L6I"]

#: Neurons under 1 mm² of cortical surface, as the atlas has them from the model's code.
FULL_NUM_NEURONS = {
    "L23E": 20683,
    "L23I": 5834,
    "L4E": 21915,
    "L4I": 5479,
    "L5E": 4850,
    "L5I": 1065,
    "L6E": 14395,
    "L6I": 2948,
}

#: Relay neurons of thalamus, which drive the column from outside.
NUM_TH_NEURONS = 902

#: Probability that a pair of neurons is connected at least once: target first, as the model's own table has it.
#: Only the entries that the atlas knows.
CONN_PROBS = {
    # lamina: implements values as L4 -> L2/3
    "L23E_from_L4E": 0.0437,
    "L5E_from_L23E": 0.1004,
    "L6E_from_L5E": 0.0572,
    "L4E_from_L6E": 0.0453,
}

#: The same for the relay neurons.
CONN_PROBS_TH = {
    # lamina: implements thalamic-minority as thalamus -> L4
    "L4E": 0.0983,
}


def synapses(sources: int, targets: int, probability: float) -> int:
    """How many synapses give this probability that a pair is connected at least once.

    Synapses are drawn with replacement, so that a pair may have several: p = 1 - (1 - 1 / (N M)) ** K, solved for K.
    """
    pairs = sources * targets
    return round(math.log(1.0 - probability) / math.log(1.0 - 1.0 / pairs))


def in_degree(target: str, source: str) -> float:
    """Synapses that one neuron of `target` receives from `source` on average; `TC` are the relay neurons."""
    if source == "TC":
        sources, probability = NUM_TH_NEURONS, CONN_PROBS_TH[target]
    else:
        sources, probability = FULL_NUM_NEURONS[source], CONN_PROBS[f"{target}_from_{source}"]
    targets = FULL_NUM_NEURONS[target]
    return synapses(sources, targets, probability) / targets


class Column:
    """The column in a simulator. `nest` is the module of NEST 3, or anything that has `Create` and `Connect`."""

    def __init__(self, nest, scale: float = 0.1):
        if not 0 < scale <= 1:
            raise ValueError(f"a scale between 0 and 1 was expected, not {scale}")
        self.nest = nest
        self.scale = scale
        self.populations = {}
        self.relay = None

    def count(self, full: int) -> int:
        """The number of neurons that stand for `full` at this scale."""
        return max(1, round(full * self.scale))

    def build(self, rate: float = 8.0) -> None:
        """Makes the neurons and the pathways that are known here. @param rate of each relay neuron, in spikes/s: ours"""
        for name in POPULATIONS:
            self.populations[name] = self.nest.Create("iaf_psc_exp", self.count(FULL_NUM_NEURONS[name]))
        self.relay = self.nest.Create("parrot_neuron", self.count(NUM_TH_NEURONS))
        self.nest.Connect(self.nest.Create("poisson_generator", params={"rate": rate}), self.relay)
        for pathway in CONN_PROBS:
            target, source = pathway.split("_from_")
            self.connect(self.populations[source], self.populations[target], in_degree(target, source))
        for target in CONN_PROBS_TH:
            self.connect(self.relay, self.populations[target], in_degree(target, "TC"))

    def connect(self, source, target, degree: float) -> None:
        """Connects with a fixed in-degree, which keeps what a neuron receives the same at every scale."""
        self.nest.Connect(source, target, {"rule": "fixed_indegree", "indegree": max(1, round(degree))})


if __name__ == "__main__":
    print(f"from layer 4 on a neuron of L23E: {in_degree('L23E', 'L4E'):.0f} synapses")
    print(f"from thalamus on a neuron of L4E: {in_degree('L4E', 'TC'):.0f} synapses")
